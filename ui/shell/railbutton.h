#pragma once

#include "ui/shell/rail.h"

#include <QAbstractButton>

namespace icp::ui {

/// One station in the rail.
class RailButton : public QAbstractButton {
    Q_OBJECT
public:
    RailButton(const QString& iconName, const QString& name, const QString& shortcut,
               QWidget* parent = nullptr);
    void setName(const QString& name);
    void setMark(Rail::Mark mark, const QString& text);
    void setFolded(bool folded);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void describe();

    QString m_icon;
    QString m_shortcut;
    Rail::Mark m_mark = Rail::Mark::None;
    QString m_markText;
    bool m_folded = false;
};

}  // namespace icp::ui
