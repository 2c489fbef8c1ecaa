#pragma once

#include "core/base/error.h"

#include <QKeySequence>
#include <QVariant>
#include <QWidget>

#include <functional>
#include <vector>

class QHBoxLayout;
class QVBoxLayout;

namespace icp::ui {

class Document;
class HeaderTools;
class MessageBar;
class Text;

/// One page of the window: header (title, one line of purpose, tools, one primary button), message bar,
/// content. Stations know the document and nothing of each other; they ask the window to go elsewhere by
/// goTo().
class Station : public QWidget {
    Q_OBJECT
public:
    enum class Id { Start, Import, Customers, Patterns, Segments, Icp, Personas, Validate, Present };
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

    /// What is chosen on the page, so that a page built anew can choose it again; restore() of what another
    /// page of this kind gave, called while the page is seen.
    virtual QVariant bookmark() const { return {}; }
    virtual void restore(const QVariant&) {}

    /// A thing that keys do on this page, for the list in Help; several keys when they belong together.
    struct Key {
        QString text;
        QList<QKeySequence> keys;
    };
    /// In the order of this page. Every key here works; every key of the page is here.
    const std::vector<Key>& keys() const { return m_keys; }

protected:
    void addTool(QWidget* tool);  ///< into the header; the last one is the page's primary button
    /// A key that does something wherever the focus is on this page, save in fields that take letters.
    void addKey(const QString& text, const QKeySequence& key, std::function<void()> act);
    /// Keys that a part of the page takes itself.
    void nameKeys(const QString& text, const QList<QKeySequence>& keys) { m_keys.push_back({text, keys}); }
    QVBoxLayout* content() const { return m_content; }
    bool isRoomy() const;  ///< whether the window is wide enough for pages at their ease, as on the mock-ups
    void setPurpose(const QString& purpose);  ///< of the view that is seen, for pages with several
    void resizeEvent(QResizeEvent* event) override;

private:
    Id m_id;
    bool m_bare;  ///< without header, from edge to edge
    Document* m_document = nullptr;
    std::vector<Key> m_keys;
    HeaderTools* m_tools;
    Text* m_purpose;
    MessageBar* m_messages;
    QVBoxLayout* m_content;
};

}  // namespace icp::ui
