#pragma once

#include "core/workshop/icp.h"

#include <QTabBar>

#include <vector>

class QLineEdit;

namespace icp::ui {

/// One tab per ICP with its state in a badge. Double click or F2 renames, Delete removes.
class IcpTabs : public QTabBar {
    Q_OBJECT
public:
    explicit IcpTabs(QWidget* parent = nullptr);

    void setIcps(const std::vector<Icp>& icps, const QString& current);
    void rename(int index);

Q_SIGNALS:
    void chosen(const QString& id);
    void renamed(const QString& id, const QString& name);
    void removeAsked(const QString& id);

protected:
    QSize tabSizeHint(int index) const override;
    QSize minimumTabSizeHint(int index) const override;
    void tabLayoutChange() override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    QString idAt(int index) const { return tabData(index).toString(); }
    void placeField();
    void finishRename();

    QStringList m_names;
    QStringList m_states;
    QLineEdit* m_field;
    QString m_renaming;
};

}  // namespace icp::ui
