char *greeting(void);
void greeted(char *text);
const char *motto(void);
