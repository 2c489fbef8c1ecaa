#pragma once

#include "core/import/importer.h"
#include "core/proposals/proposals.h"
#include "ui/stations/import/firstlook.h"
#include "ui/stations/import/mendedlists.h"
#include "ui/stations/import/previewcard.h"
#include "ui/stations/import/review.h"
#include "ui/stations/station.h"

#include <functional>
#include <memory>

class QPushButton;
class QStackedWidget;

namespace icp::ui {

class ChangesCard;
class FilesRow;
class LinksCard;
class OutcomeCard;
class RejectedCard;

/// Files in, a linked dataset out: what was understood of each file can be seen and overruled before it is
/// used.
class ImportStation : public Station {
    Q_OBJECT
public:
    /// A file that could not be read; the others go on without it.
    struct FailedFile {
        FileRequest file;
        Error error;
    };
    /// What Undo takes back: a change of how files are read, or that their data were taken into use.
    struct Step {
        QString text = {};           ///< what was done, for the menu
        ImportRequest request = {};  ///< before it; of what was undone, with it
        bool wasUsed = false;        ///< the workshop used what `request` gave
        std::shared_ptr<const Dataset> used =
            {};         ///< taken into use; nullptr: a change of how files are read
        int edits = 0;  ///< in the workshop's journal when it was done
    };
    /// What is being imported and not yet used; the window keeps it when it builds the pages anew.
    struct Draft {
        ImportRequest request = {};
        std::shared_ptr<const Dataset> result =
            {};                         ///< the last that was read; nullptr when there is none yet
        ImportRequest understood = {};  ///< what `result` was read from
        bool reading = false;
        bool used = false;
        std::vector<FailedFile> failed = {};
        std::vector<Step> done = {};         ///< newest last
        std::vector<Step> undone = {};       ///< likewise
        std::vector<MendedRow> mended = {};  ///< told of when they were read
        qint64 asBefore = 0;                 ///< rows of their list that were not mended
    };
    /// Asks the user for files, or where to save a list under a proposed name; empty when the user thinks
    /// better of it.
    struct Choices {
        std::function<QStringList()> files;
        std::function<QString(const QString& proposed)> saveAs;
    };

    explicit ImportStation(QWidget* parent = nullptr);
    void setDocument(Document* document) override;
    void setChoices(Choices choices) { m_choices = std::move(choices); }
    void showFailure(const Error& error) override;

    void addFiles(const QStringList& paths);
    /// "files": asks which to add.
    void reveal(const QString& what) override;
    void addFile(const FileRequest& file);  ///< a sheet, a table or a query
    Draft draft() const { return m_draft; }
    void setDraft(const Draft& draft);
    /// What the window's Undo and Redo do here before anything of the journal; empty when there is nothing.
    QString undoText() const;
    QString redoText() const;
    void undoStep();
    void redoStep();
    /// First looks and the review run to their end; for tests.
    void waitForIdle();

Q_SIGNALS:
    void exampleRequested();
    void stepsChanged();  ///< undoText() or redoText()

protected:
    void showEvent(QShowEvent* event) override;

private:
    /// What a card stands for: a file of the dataset shown, of the request, or one that failed; -1 = none.
    struct Slot {
        int file = -1;
        int request = -1;
        int failed = -1;
    };

    // How files are read.
    void chooseFiles();
    void addTables(const QStringList& paths);
    void sort(const QStringList& paths);
    void forgetSorting();
    void takeSorted(const SortedFiles& sorted);
    QString mendedText();
    const ImportChoices& asked() const;
    void import();
    void imported(std::shared_ptr<const Dataset> dataset);
    void stopped();
    void undoImport();
    void use();
    void takeIntoUse();
    void saveRejected();
    void change(const QString& text, const std::function<void(ImportRequest&)>& change);
    void overrule(int slot, const QString& text, const std::function<void(FileRequest&)>& change);
    void readFailedAgain();
    void dropFailed();
    void remove(int slot);

    // What can be taken back.
    void followJournal();
    void addStep(Step step);
    bool isAtHand(const std::vector<Step>& steps) const;
    void takeBackReading(Step step);

    // What is decided of the data.
    void review();
    bool isFresh() const { return m_draft.result && !m_draft.used; }
    void chooseUse(const QStringList& headers, AttributeUse use);
    void decline(const Decisions& decisions, int count);
    void askAgain(const Decisions& decisions, int count);
    void showProposals();

    // What is seen.
    QWidget* makeEmpty();
    QWidget* makePage();
    void connectParts();
    void refresh();  ///< parts that nobody sees follow when they are seen
    void refreshCards();
    void refreshLinks();
    void selectSlot(int slot);
    std::vector<Slot> findSlots() const;
    int requestOf(const SourceFile& source) const;
    PreviewCard::Reading readingOf(const Slot& slot, bool readable, const QString& why) const;
    void offerFailed();

    Choices m_choices;
    Draft m_draft;
    std::shared_ptr<const Dataset> m_shown;  ///< the draft's, else what the workshop uses
    std::vector<Slot> m_slots;
    int m_slot = 0;
    int m_edits = 0;       ///< of the journal since the workshop was opened, less those undone
    bool m_stale = false;  ///< the parts show what was; they follow when the page is seen
    std::shared_ptr<const Proposals> m_proposals;  ///< nullptr: nobody has looked yet
    Decisions m_declined;   ///< what would be proposed, had the user not left it as it is
    QStringList m_dropped;  ///< being looked into, to tell lists of mended rows from tables
    FirstLooks* m_looks;
    Background* m_sorting;
    Review* m_review;

    QPushButton* m_database;
    QPushButton* m_add;
    QPushButton* m_undo;
    QPushButton* m_use;
    QStackedWidget* m_pages;
    FilesRow* m_files = nullptr;
    PreviewCard* m_preview = nullptr;
    QWidget* m_side = nullptr;
    ChangesCard* m_changes = nullptr;
    LinksCard* m_links = nullptr;
    RejectedCard* m_rejected = nullptr;
    OutcomeCard* m_outcome = nullptr;
};

}  // namespace icp::ui
