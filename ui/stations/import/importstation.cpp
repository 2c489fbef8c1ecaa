// How files are read: what was asked for, what came of it, and back.
#include "ui/stations/import/importstation.h"

#include "core/deck/writers.h"
#include "core/import/filenames.h"
#include "ui/document/document.h"
#include "ui/stations/import/words.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/messagebar.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace icp::ui {

namespace {

QStringList askForFiles() {
    return QFileDialog::getOpenFileNames(
        nullptr, ImportStation::tr("Add files"), {},
        ImportStation::tr("Tables (*.csv *.tsv *.txt *.xlsx *.xlsm *.xls *.ods *.gz *.zip *.sqlite *.db);;"
                          "All files (*)"));
}

QString askWhereToSave(const QString& proposed) {
    return QFileDialog::getSaveFileName(nullptr, ImportStation::tr("Save list"), proposed,
                                        ImportStation::tr("CSV (*.csv)"));
}

/// As the importer calls the files.
QStringList namesOf(const ImportRequest& request) {
    std::vector<std::pair<QString, QString>> files;
    for (const FileRequest& file : request.files) files.emplace_back(file.path, file.sheet);
    return shownNames(files);
}

QString nameOf(const ImportStation::FailedFile& failed) { return QFileInfo(failed.file.path).fileName(); }

}  // namespace

ImportStation::ImportStation(QWidget* parent)
    : Station(Id::Import, tr("Import"), tr("Drop raw CRM exports here. Nothing is changed in your files."),
              parent),
      m_choices{askForFiles, askWhereToSave},
      m_looks(new FirstLooks(this)),
      m_sorting(new Background(this)),
      m_review(new Review(this)),
      m_database(secondaryButton(tr("Add database"), QStringLiteral("table"))),
      m_add(secondaryButton(tr("Add file"), QStringLiteral("plus"))),
      m_undo(secondaryButton(tr("Undo import"), QStringLiteral("undo"))),
      m_use(nextButton(tr("Use this data"))),
      m_pages(new QStackedWidget) {
    m_use->setObjectName(QStringLiteral("use"));
    m_database->setObjectName(QStringLiteral("database"));
    m_database->setToolTip(tr("A table or query of SQLite or PostgreSQL"));
    m_undo->setToolTip(tr("Forget these files; what was used before stays"));
    for (QPushButton* button : {m_database, m_add, m_undo, m_use}) addTool(button);
    m_pages->addWidget(makeEmpty());
    m_pages->addWidget(makePage());
    content()->addWidget(m_pages, 1);
    connectParts();
    connect(m_add, &QPushButton::clicked, this, &ImportStation::chooseFiles);
    connect(m_undo, &QPushButton::clicked, this, &ImportStation::undoImport);
    connect(m_use, &QPushButton::clicked, this, &ImportStation::use);
    refresh();
}

void ImportStation::setDocument(Document* document) {
    Station::setDocument(document);
    forgetSorting();
    m_draft = {};
    m_proposals.reset();
    m_review->forget();
    messages()->clear();
    if (document) {
        followJournal();
        connect(document, &Document::imported, this, &ImportStation::imported);
        connect(document, &Document::datasetChanged, this, &ImportStation::refresh);
        connect(document, &Document::workshopChanged, this, &ImportStation::review);
        connect(document, &Document::workFinished, this, &ImportStation::stopped);
        document->include(*m_sorting, tr("Looking into what was dropped"));
    }
    refresh();
}

void ImportStation::setDraft(const Draft& draft) {
    m_draft = draft;
    refresh();
}

void ImportStation::waitForIdle() {
    m_sorting->wait();
    m_looks->wait();
    m_review->wait();
}

void ImportStation::reveal(const QString& what) {
    if (what == u"files") chooseFiles();
}

void ImportStation::addFiles(const QStringList& paths) {
    if (!document() || paths.isEmpty()) return;
    if (m_shown && hasMendable(*m_shown))
        sort(paths);
    else
        addTables(paths);
}

void ImportStation::addTables(const QStringList& paths) {
    // What was already used stays as it is; new files begin a new import of their own or join the one at
    // hand.
    if (m_draft.used) m_draft = {};
    for (const QString& path : paths) {
        const bool known = std::any_of(m_draft.request.files.begin(), m_draft.request.files.end(),
                                       [&](const FileRequest& file) { return file.path == path; });
        if (known) continue;
        std::erase_if(m_draft.failed, [&](const FailedFile& failed) { return failed.file.path == path; });
        FileRequest file;
        file.path = path;
        m_draft.request.files.push_back(std::move(file));
    }
    import();
}

void ImportStation::addFile(const FileRequest& file) {
    if (!document() || file.path.isEmpty()) return;
    if (m_draft.used) m_draft = {};
    m_draft.request.files.push_back(file);
    import();
}

/// What the dataset shown was read from: by the import at hand, else by the one that the workshop uses.
const ImportChoices& ImportStation::asked() const {
    const bool drafting = !m_draft.request.files.empty() || !m_draft.failed.empty();
    return !drafting && m_shown ? m_shown->choices : m_draft.request;
}

void ImportStation::chooseFiles() { addFiles(m_choices.files()); }

void ImportStation::import() {
    if (!document() || m_draft.request.files.empty()) return;
    messages()->clear();
    m_draft.reading = true;
    m_draft.used = false;
    m_review->forget();
    m_looks->take(m_draft.request.files);
    document()->startImport(m_draft.request);
    refresh();
}

void ImportStation::imported(std::shared_ptr<const Dataset> dataset) {
    m_draft.result = std::move(dataset);
    m_draft.understood = m_draft.request;
    m_draft.reading = false;
    const QLocale locale;
    qint64 rows = 0;
    qint64 aside = 0;
    for (const SourceFile& file : m_draft.result->files) {
        rows += file.rows;
        aside += file.rejected;
    }
    const bool replaces = !document()->dataset().files.empty();
    QString text =
        tr("%1 rows read, %2 set aside.").arg(locale.toString(rows), locale.toString(aside)) + u' ';
    text += mendedText();
    text += replaces ? tr("Using this data takes the place of what is used now.")
                     : tr("Check the columns, then use this data.");
    QStringList unused;
    for (const Issue& issue : m_draft.result->issues)
        if (issue.code == u"file-unused") unused << issue.file;
    if (!unused.isEmpty())
        text += u' ' + tr("Not used, for they hold no customers: %1.").arg(unused.join(QStringLiteral(", ")));
    QStringList failed;
    for (const FailedFile& one : m_draft.failed) failed << nameOf(one);
    if (!failed.isEmpty()) text += u' ' + tr("Not readable: %1.").arg(failed.join(QStringLiteral(", ")));
    messages()->showMessage(aside > 0 || !failed.isEmpty() ? MessageBar::Kind::Warning : MessageBar::Kind::Ok,
                            text);
    if (!failed.isEmpty())
        offerFailed();
    else if (!m_draft.done.empty() && !m_draft.done.back().used)
        messages()->addAction(tr("Undo change"), [this] { undoStep(); });
    refresh();
}

void ImportStation::showFailure(const Error& error) {
    messages()->showMessage(MessageBar::Kind::Error, error.message);
    messages()->setToolTip(error.detail);
    if (!std::exchange(m_draft.reading, false)) {
        messages()->addAction(tr("Close"), [this] { messages()->clear(); });
        refresh();
        return;
    }
    std::vector<FileRequest>& files = m_draft.request.files;
    const QStringList names = namesOf(m_draft.request);
    std::size_t bad = 0;
    while (bad < files.size() && !error.message.contains(names[qsizetype(bad)])) ++bad;
    for (std::size_t i = 0; bad == files.size() && i < files.size(); ++i)
        if (const FirstLook* look = m_looks->of(files[i]); look && look->error) bad = i;
    if (bad == files.size()) {
        if (m_draft.result) m_draft.request = m_draft.understood;
        messages()->addAction(tr("Try again"), [this] { import(); });
        refresh();
        return;
    }
    m_draft.failed.push_back({files[bad], error});
    files.erase(files.begin() + qsizetype(bad));
    if (files.empty()) m_draft.result.reset();
    offerFailed();
    if (document() && !files.empty()) {
        m_draft.reading = true;  // the others go on
        document()->startImport(m_draft.request);
    }
    refresh();
}

void ImportStation::offerFailed() {
    messages()->addAction(tr("Try again"), [this] { readFailedAgain(); });
    messages()->addAction(tr("Leave it out"), [this] { dropFailed(); });
}

void ImportStation::readFailedAgain() {
    for (FailedFile& failed : m_draft.failed) m_draft.request.files.push_back(std::move(failed.file));
    m_draft.failed.clear();
    import();
}

void ImportStation::dropFailed() {
    m_draft.failed.clear();
    messages()->clear();
    refresh();
}

/// All work has ended. When files are still waited for, somebody stopped it.
void ImportStation::stopped() {
    if (std::exchange(m_draft.reading, false)) {
        messages()->showMessage(MessageBar::Kind::Info, tr("Reading was stopped. Nothing was changed."));
        if (m_draft.result)
            m_draft.request = m_draft.understood;
        else
            messages()->addAction(tr("Try again"), [this] { import(); });
    } else if (!m_dropped.isEmpty() && !m_sorting->busy()) {
        messages()->showMessage(MessageBar::Kind::Info, tr("Reading was stopped. Nothing was changed."));
        messages()->addAction(tr("Try again"),
                              [this, paths = std::exchange(m_dropped, {})] { addFiles(paths); });
    }
    refresh();
}

void ImportStation::undoImport() {
    document()->cancel();
    forgetSorting();
    m_draft = {};
    m_proposals.reset();
    m_review->forget();
    messages()->clear();
    refresh();
}

void ImportStation::use() {
    if (!m_draft.result) return;
    Step step;
    step.text = tr("Use this data");
    step.request = m_draft.request;
    step.used = m_draft.result;
    // How it was read is taken back by beginning anew.
    m_draft.done.clear();
    addStep(std::move(step));
    takeIntoUse();
}

void ImportStation::takeIntoUse() {
    messages()->clear();
    m_draft.used = true;
    document()->useDataset(m_draft.result);
    refresh();
    Q_EMIT goTo(Id::Customers);
}

void ImportStation::saveRejected() {
    const QString path = m_choices.saveAs(QStringLiteral("rejected-rows.csv"));
    if (path.isEmpty() || !m_shown) return;
    const QFileInfo info(path);
    const auto written = writeAll(info.absolutePath(), {{info.fileName(), rejectedCsv(*m_shown)}});
    if (!written) {
        showFailure(written.error());
        return;
    }
    messages()->showMessage(
        MessageBar::Kind::Ok,
        tr("Saved as %1. Mend the rows there, then drop the list here: they are read in the place of these.")
            .arg(path));
}

/// What the user says counts from now on; everything is read again with it, and it can be taken back.
void ImportStation::change(const QString& text, const std::function<void(ImportRequest&)>& change) {
    // Changing what the workshop uses begins a new import of the same files.
    static_cast<ImportChoices&>(m_draft.request) = ImportChoices(asked());
    Step step;
    step.text = text;
    step.request = m_draft.request;
    step.wasUsed = !isFresh();
    addStep(std::move(step));
    change(m_draft.request);
    import();
}

void ImportStation::overrule(int slot, const QString& text, const std::function<void(FileRequest&)>& change) {
    if (slot < 0 || std::size_t(slot) >= m_slots.size()) return;
    m_slot = slot;
    const Slot chosen = m_slots[std::size_t(slot)];
    if (chosen.failed >= 0) {
        FileRequest file = m_draft.failed[std::size_t(chosen.failed)].file;
        m_draft.failed.erase(m_draft.failed.begin() + chosen.failed);
        change(file);
        addFile(file);
    } else if (chosen.request >= 0) {
        this->change(text,
                     [&](ImportRequest& request) { change(request.files[std::size_t(chosen.request)]); });
    }
}

void ImportStation::remove(int slot) {
    const Slot chosen = m_slots[std::size_t(slot)];
    if (chosen.failed >= 0) {
        m_draft.failed.erase(m_draft.failed.begin() + chosen.failed);
        messages()->clear();
        refresh();
    } else if (asked().files.size() == 1) {
        undoImport();
    } else if (chosen.request >= 0) {
        change(tr("Leave out a file"),
               [&](ImportRequest& request) { request.files.erase(request.files.begin() + chosen.request); });
    }
}

/// The importer orders files its own way and leaves out what holds no customers, so path and sheet tell which
/// one it is.
int ImportStation::requestOf(const SourceFile& source) const {
    const auto& files = asked().files;
    const auto at = std::find_if(files.begin(), files.end(),
                                 [&](const FileRequest& file) { return isFrom(source, file); });
    return at == files.end() ? -1 : int(at - files.begin());
}

}  // namespace icp::ui
