#pragma once

#include "core/import/importer.h"
#include "ui/stations/station.h"

#include <functional>
#include <memory>

class QButtonGroup;
class QHBoxLayout;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace icp::ui {

class Badge;
class Card;
class ColumnHeader;
class FileCard;
class LinksCard;
class MessageBar;
class PreviewModel;
class RejectedModel;
class SegmentedSwitch;
class Text;

/// Files in, a linked dataset out: what was understood of each file can be seen and overruled before it is
/// used.
class ImportStation : public Station {
    Q_OBJECT
public:
    /// What is being imported and not yet used; the window keeps it when it builds the pages anew.
    struct Draft {
        ImportRequest request;
        std::shared_ptr<const Dataset> result;  ///< the last that was read; nullptr when there is none yet
        ImportRequest understood;               ///< what `result` was read from
        bool reading = false;
        bool used = false;
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
    Draft draft() const { return m_draft; }
    void setDraft(const Draft& draft);

Q_SIGNALS:
    void exampleRequested();

private:
    QWidget* makeEmpty();
    QWidget* makePage();
    Card* makePreview();
    Card* makeRejected();

    void chooseFiles();
    void import();
    void imported(std::shared_ptr<const Dataset> dataset);
    void stopped();
    void undoImport();
    void use();
    void saveRejected();
    void overrule(const std::function<void(FileRequest&)>& change);

    void refresh();
    void refreshCards();
    void selectFile(int file);
    void fitColumns();

    Choices m_choices;
    Draft m_draft;
    std::shared_ptr<const Dataset> m_shown;  ///< the draft's, else what the workshop uses
    int m_file = 0;
    int m_failedFile = -1;

    QPushButton* m_add;
    QPushButton* m_undo;
    QPushButton* m_use;
    QStackedWidget* m_pages;
    QHBoxLayout* m_cards = nullptr;
    QButtonGroup* m_cardGroup;
    Card* m_preview = nullptr;
    SegmentedSwitch* m_filter = nullptr;
    QWidget* m_leftOutRow = nullptr;
    MessageBar* m_leftOut = nullptr;
    PreviewModel* m_model;
    QTableView* m_table = nullptr;
    ColumnHeader* m_header = nullptr;
    LinksCard* m_links = nullptr;
    Card* m_rejectedCard = nullptr;
    Badge* m_rejectedCount = nullptr;
    QPushButton* m_save = nullptr;
    Text* m_nothingRejected = nullptr;
    RejectedModel* m_rejected;
};

}  // namespace icp::ui
