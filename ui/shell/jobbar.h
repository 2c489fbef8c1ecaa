#pragma once

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QProgressBar;

namespace icp::ui {

/// Below the page while work runs in the background: what, how many, time left, Cancel. Shows itself only
/// when the work takes longer than 300 ms.
class JobBar : public QWidget {
    Q_OBJECT
public:
    explicit JobBar(QWidget* parent = nullptr);

    void begin(const QString& what);
    void report(const QString& what, double fraction, qint64 done, qint64 total);
    void end();

Q_SIGNALS:
    void cancelled();

private:
    QTimer m_delay;
    QElapsedTimer m_since;
    QLabel* m_what;
    QProgressBar* m_bar;
    QLabel* m_left;
};

}  // namespace icp::ui
