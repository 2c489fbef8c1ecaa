#pragma once

#include "core/table/dataset.h"

#include <QAbstractButton>

namespace icp::ui {

class Badge;
class Chip;

/// One file of an import as it was understood; clicking chooses it for the preview.
class FileCard : public QAbstractButton {
    Q_OBJECT
public:
    enum class State { Reading, Ready, Check, Failed };
    explicit FileCard(const QString& name, QWidget* parent = nullptr);

    void setSource(const SourceFile& source);
    void setState(State state, const QString& text);
    void setRoleEditable(bool editable) { m_roleEditable = editable; }

    QSize sizeHint() const override;

Q_SIGNALS:
    void roleChosen(icp::Entity role);

protected:
    void paintEvent(QPaintEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    QString m_name;
    QString m_icon;
    QString m_facts;
    QString m_vendor;
    QStringList m_details;
    State m_state = State::Reading;
    QString m_stateText;
    bool m_roleEditable = false;
};

/// Where another file may be dropped; clicking asks for one.
class DropField : public QAbstractButton {
    Q_OBJECT
public:
    explicit DropField(const QString& text, QWidget* parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

}  // namespace icp::ui
