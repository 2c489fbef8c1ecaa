#pragma once

#include <QDateTime>
#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace icp::ui {

/// A workshop that was open before, as the start page tells of it.
struct RecentWorkshop {
    QString path;
    QString title;
    QString state;  ///< one line: how far it is
    QDateTime opened;
};

/// The navy left side of the start page: what the program is, and the workshops opened last.
class RecentPanel : public QWidget {
    Q_OBJECT
public:
    explicit RecentPanel(QWidget* parent = nullptr);
    void setRecent(const std::vector<RecentWorkshop>& workshops);

Q_SIGNALS:
    void openRequested(const QString& path);
    void shortcutsRequested();
    void darkRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QVBoxLayout* m_list;
};

}  // namespace icp::ui
