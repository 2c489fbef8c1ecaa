#pragma once

#include <QWidget>

#include <vector>

class QHBoxLayout;
class QMenu;
class QToolButton;

namespace icp::ui {

/// The tools at the right of a page's header. Where there is no room for all of them, switches move closer
/// together; if that is not enough, those at the left fold into a "More tools" menu that does the same; the
/// last one, the page's primary button, always stays.
class HeaderTools : public QWidget {
    Q_OBJECT
public:
    explicit HeaderTools(QWidget* parent = nullptr);

    void add(QWidget* tool);
    QToolButton* more() const { return m_more; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Tool {
        QWidget* widget;
        QWidget* place;  ///< folded away while the widget itself may be shown or hidden by its page
        bool folded = false;
    };
    int widthFrom(std::size_t first) const;  ///< of this tool and those right of it
    void giveRoom();
    void fold();
    void fillMenu();

    QHBoxLayout* m_row;
    QToolButton* m_more;
    QMenu* m_menu;
    std::vector<Tool> m_tools;
    bool m_dense = false;  ///< switches take less room than they would like to
    int m_saved = 0;       ///< by that, in all
};

}  // namespace icp::ui
