#pragma once

#include "core/base/error.h"

#include <QWidget>

class QHBoxLayout;
class QVBoxLayout;

namespace icp::ui {

class Document;
class MessageBar;

/// One page of the window: header (title, one line of purpose, tools, one primary button), message bar,
/// content. Stations know the document and nothing of each other; they ask the window to go elsewhere by
/// goTo().
class Station : public QWidget {
    Q_OBJECT
public:
    enum class Id { Start, Import, Customers, Patterns, Segments, Icp, Personas, Present };
    Station(Id id, const QString& title, const QString& purpose, QWidget* parent = nullptr);

    Id id() const { return m_id; }
    /// nullptr closes it. Stations override, call the base, and connect to its signals.
    virtual void setDocument(Document* document);
    Document* document() const { return m_document; }
    MessageBar* messages() const { return m_messages; }

Q_SIGNALS:
    void goTo(icp::ui::Station::Id station);
    /// "Show me these": another station's attribute, account or criterion, by name.
    void show(icp::ui::Station::Id station, const QString& what);

public:
    /// Called by the window when another station said show(id(), what).
    virtual void reveal(const QString& what);
    /// Work for this page failed; the last good result stays. Says so in the message bar.
    virtual void showFailure(const Error& error);
    /// Ctrl+F: into the field named "find", when the page has one.
    void find();

protected:
    void addTool(QWidget* tool);  ///< into the header, left of those already there are earlier ones
    QVBoxLayout* content() const { return m_content; }
    void resizeEvent(QResizeEvent* event) override;

private:
    Id m_id;
    bool m_bare;  ///< without header, from edge to edge
    Document* m_document = nullptr;
    QHBoxLayout* m_tools;
    MessageBar* m_messages;
    QVBoxLayout* m_content;
};

}  // namespace icp::ui
