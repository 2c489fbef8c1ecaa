#pragma once

#include "ui/stations/import/filecard.h"

#include <QScrollArea>

#include <optional>
#include <vector>

class QButtonGroup;
class QHBoxLayout;

namespace icp::ui {

/// The files of an import side by side, and where another one may be dropped.
class FilesRow : public QScrollArea {
    Q_OBJECT
public:
    /// One file as it stands.
    struct Entry {
        QString name;
        const SourceFile* source = nullptr;  ///< as it was understood; nullptr: not yet, or not at all
        FileCard::State state = FileCard::State::Ready;
        QString stateText;  ///< empty: what the source says
        QString why;        ///< in a sentence
        std::optional<FileCard::Choices> choices;
    };
    explicit FilesRow(QWidget* parent = nullptr);
    void setEntries(const std::vector<Entry>& entries);
    void choose(int entry);
    int chosen() const;

Q_SIGNALS:
    void entryChosen(int entry);
    void addWanted();
    void roleChosen(int entry, icp::Entity role);
    void sheetChosen(int entry, const QString& sheet);
    void sheetAdded(int entry, const QString& sheet);
    void encodingChosen(int entry, const QString& encoding);
    void delimiterChosen(int entry, const QString& delimiter);
    void removed(int entry);

private:
    FileCard* makeCard(const Entry& entry, int number);

    QHBoxLayout* m_row;
    QButtonGroup* m_group;
};

}  // namespace icp::ui
