#pragma once

#include <QFrame>
#include <QStringList>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace icp::ui {

/// Which columns are left out because they know the result; a click on one takes it back. What does not fit
/// is counted: "5 more". Hidden when there is none.
class LeakBar : public QFrame {
    Q_OBJECT
public:
    explicit LeakBar(QWidget* parent = nullptr);
    void setHeaders(const QStringList& headers);

Q_SIGNALS:
    void takenBack(const QString& header);
    void moreWanted();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void fit();
    void restyle();

    QStringList m_headers;
    QLabel* m_icon;
    QLabel* m_title;
    QHBoxLayout* m_chips;
    QPushButton* m_more;
};

}  // namespace icp::ui
