// A function that creates and none that frees: its callers cannot be right.
#include <stdint.h>

typedef struct Report Report;
Report *create_report(void);

uint8_t *create_data(void);
void free_data(uint8_t *ptr);
