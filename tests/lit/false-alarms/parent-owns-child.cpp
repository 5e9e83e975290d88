// RUN: %verify -std=c++17 %s
// expected-no-diagnostics
//
// Objects that are given a parent are deleted by it, as Qt's are.
struct QObject {
  explicit QObject(QObject *Parent = nullptr);
  virtual ~QObject();
  void setParent(QObject *Parent);
};
struct QTimer : QObject {
  explicit QTimer(QObject *Parent = nullptr);
  void start(int Interval);
};

struct Window : QObject {
  void build() {
    auto *Timer = new QTimer(this);
    Timer->start(3);
    QObject *Plain = new QObject;
    Plain->setParent(this);
  }
};
void free_(QObject *Root) {
  auto *T = new QTimer(Root);
  T->start(1);
  new QObject(Root);
}
