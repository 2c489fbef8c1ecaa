#pragma once

#include <QAbstractButton>

namespace icp::ui {

/// A large button of the start page: an icon, or a radio mark when it is one of several choices, a title with
/// a note beside it, and a line of text. Checked, it is framed and tinted.
class Tile : public QAbstractButton {
    Q_OBJECT
public:
    enum class Mark { Icon, Radio };
    Tile(Mark mark, const QString& iconName, const QString& title, const QString& note, const QString& text,
         QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    Mark m_mark;
    QString m_icon;
    QString m_note;
    QString m_line;
};

}  // namespace icp::ui
