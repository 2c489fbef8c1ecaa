#pragma once

#include <QWidget>

namespace icp::ui {

class Document;
class EntryList;
class EntryTable;
class Text;

/// Who has read which version of a profile, written in place. It goes into the share pack.
class ReadersList : public QWidget {
    Q_OBJECT
public:
    explicit ReadersList(QWidget* parent = nullptr);

    void setDocument(Document* document) { m_document = document; }
    /// After a change of the workshop.
    void refresh();
    int count() const;

Q_SIGNALS:
    void removed(const QString& name);

private:
    void write(const QString& id, int column, const QVariant& value);
    void remove(const QString& id);

    Document* m_document = nullptr;
    EntryTable* m_readers;
    EntryList* m_list;
    Text* m_summary;
};

}  // namespace icp::ui
