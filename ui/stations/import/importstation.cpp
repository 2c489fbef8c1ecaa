#include "ui/stations/import/importstation.h"

#include "core/deck/writers.h"
#include "core/import/filenames.h"
#include "ui/document/document.h"
#include "ui/stations/import/columnheader.h"
#include "ui/stations/import/filecard.h"
#include "ui/stations/import/linkscard.h"
#include "ui/stations/import/previewmodel.h"
#include "ui/stations/import/rejectedmodel.h"
#include "ui/stations/import/words.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/messagebar.h"

#include <QButtonGroup>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace icp::ui {

namespace {

QStringList askForFiles() {
    return QFileDialog::getOpenFileNames(
        nullptr, ImportStation::tr("Add files"), {},
        ImportStation::tr("Tables (*.csv *.tsv *.txt *.xlsx);;All files (*)"));
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

}  // namespace

ImportStation::ImportStation(QWidget* parent)
    : Station(Id::Import, tr("Import"), tr("Drop raw CRM exports here. Nothing is changed in your files."),
              parent),
      m_choices{askForFiles, askWhereToSave},
      m_add(secondaryButton(tr("Add file"), QStringLiteral("plus"))),
      m_undo(secondaryButton(tr("Undo import"), QStringLiteral("undo"))),
      m_use(nextButton(tr("Use this data"))),
      m_pages(new QStackedWidget),
      m_cardGroup(new QButtonGroup(this)),
      m_model(new PreviewModel(this)),
      m_rejected(new RejectedModel(this)) {
    m_use->setObjectName(QStringLiteral("use"));
    m_undo->setToolTip(tr("Forget these files; what was used before stays"));
    for (QPushButton* button : {m_add, m_undo, m_use}) addTool(button);
    m_pages->addWidget(makeEmpty());
    m_pages->addWidget(makePage());
    content()->addWidget(m_pages, 1);

    connect(m_add, &QPushButton::clicked, this, &ImportStation::chooseFiles);
    connect(m_undo, &QPushButton::clicked, this, &ImportStation::undoImport);
    connect(m_use, &QPushButton::clicked, this, &ImportStation::use);
    connect(m_cardGroup, &QButtonGroup::idClicked, this, &ImportStation::selectFile);
    refresh();
}

void ImportStation::setDocument(Document* document) {
    Station::setDocument(document);
    m_draft = {};
    m_failedFile = -1;
    messages()->clear();
    if (document) {
        connect(document, &Document::imported, this, &ImportStation::imported);
        connect(document, &Document::datasetChanged, this, &ImportStation::refresh);
        connect(document, &Document::workFinished, this, &ImportStation::stopped);
    }
    refresh();
}

void ImportStation::setDraft(const Draft& draft) {
    m_draft = draft;
    refresh();
}

void ImportStation::addFiles(const QStringList& paths) {
    if (!document() || paths.isEmpty()) return;
    // What was already used stays as it is; new files begin a new import of their own or join the one at
    // hand.
    for (const QString& path : paths) {
        const bool known = std::any_of(m_draft.request.files.begin(), m_draft.request.files.end(),
                                       [&](const FileRequest& file) { return file.path == path; });
        if (known) continue;
        FileRequest file;
        file.path = path;
        m_draft.request.files.push_back(std::move(file));
    }
    m_draft.result.reset();
    import();
}

void ImportStation::chooseFiles() { addFiles(m_choices.files()); }

void ImportStation::import() {
    if (!document() || m_draft.request.files.empty()) return;
    messages()->clear();
    m_failedFile = -1;
    m_draft.reading = true;
    m_draft.used = false;
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
    text += replaces ? tr("Using this data takes the place of what is used now.")
                     : tr("Check the columns, then use this data.");
    QStringList unused;
    for (const Issue& issue : m_draft.result->issues)
        if (issue.code == u"file-unused") unused << issue.file;
    if (!unused.isEmpty())
        text += u' ' + tr("Not used, for they hold no customers: %1.").arg(unused.join(QStringLiteral(", ")));
    messages()->showMessage(aside > 0 ? MessageBar::Kind::Warning : MessageBar::Kind::Ok, text);
    refresh();
}

void ImportStation::showFailure(const Error& error) {
    messages()->showMessage(MessageBar::Kind::Error, error.message);
    messages()->setToolTip(error.detail);
    const bool reading = std::exchange(m_draft.reading, false);
    if (m_draft.result) m_draft.request = m_draft.understood;
    if (!reading || m_draft.result) {
        messages()->addAction(tr("Close"), [this] { messages()->clear(); });
        refresh();
        return;
    }
    const QStringList names = namesOf(m_draft.request);
    for (int i = 0; i < int(m_draft.request.files.size()); ++i)
        if (error.message.contains(names[i])) m_failedFile = i;
    messages()->addAction(tr("Try again"), [this] { import(); });
    if (m_failedFile >= 0)
        messages()->addAction(tr("Leave it out"), [this] {
            m_draft.request.files.erase(m_draft.request.files.begin() + m_failedFile);
            m_failedFile = -1;
            messages()->clear();
            import();
            refresh();
        });
    refresh();
}

/// All work has ended. When files are still waited for, somebody stopped it.
void ImportStation::stopped() {
    if (std::exchange(m_draft.reading, false)) {
        if (m_draft.result) {
            m_draft.request = m_draft.understood;
        } else {
            messages()->showMessage(MessageBar::Kind::Info, tr("Reading was stopped. Nothing was changed."));
            messages()->addAction(tr("Try again"), [this] { import(); });
        }
    }
    refresh();
}

void ImportStation::undoImport() {
    document()->cancel();
    m_draft = {};
    m_failedFile = -1;
    messages()->clear();
    refresh();
}

void ImportStation::use() {
    if (!m_draft.result) return;
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
    messages()->showMessage(MessageBar::Kind::Ok,
                            tr("Saved as %1. Mend the rows there and add the file again.").arg(path));
}

/// What the user says of the chosen file counts from now on; it is read again with it. The importer orders
/// files its own way and leaves out what holds no customers, so the path tells which one it is.
void ImportStation::overrule(const std::function<void(FileRequest&)>& change) {
    if (!m_shown || std::size_t(m_file) >= m_shown->files.size()) return;
    const QString& path = m_shown->files[std::size_t(m_file)].path;
    for (FileRequest& file : m_draft.request.files)
        if (file.path == path) {
            change(file);
            import();
            return;
        }
}

void ImportStation::refresh() {
    const bool drafting = !m_draft.request.files.empty();
    m_shown = m_draft.result                                       ? m_draft.result
              : document() && !document()->dataset().files.empty() ? document()->sharedDataset()
                                                                   : nullptr;
    m_add->setEnabled(document() != nullptr);
    m_undo->setEnabled(drafting && !m_draft.used);
    m_use->setEnabled(m_draft.result && !m_draft.used && !m_draft.reading);
    m_use->setToolTip(m_use->isEnabled() ? tr("Keep it in the workshop and look for patterns")
                      : m_draft.used     ? tr("This data is in use")
                                         : tr("Add files first"));
    m_pages->setCurrentIndex(drafting || m_shown ? 1 : 0);
    m_header->setEditable(drafting, tr("Add the files again to change how they are read."));
    refreshCards();
}

void ImportStation::refreshCards() {
    for (QAbstractButton* card : m_cardGroup->buttons()) {
        m_cardGroup->removeButton(card);
        card->hide();
        card->deleteLater();  // it may be asking for this itself
    }
    const bool unread = !m_draft.request.files.empty() && !m_draft.result;
    const std::size_t count = unread ? m_draft.request.files.size() : m_shown ? m_shown->files.size() : 0;
    const QStringList names = namesOf(m_draft.request);
    for (std::size_t i = 0; i < count; ++i) {
        auto* card = new FileCard(unread ? names[int(i)] : m_shown->files[i].name);
        if (!unread)
            card->setSource(m_shown->files[i]);
        else if (int(i) == m_failedFile)
            card->setState(FileCard::State::Failed, tr("Not readable"));
        else if (!m_draft.reading)
            card->setState(FileCard::State::Check, tr("Waits"));
        if (m_draft.reading && !unread) card->setState(FileCard::State::Reading, tr("Reading"));
        card->setRoleEditable(!m_draft.request.files.empty());
        connect(card, &FileCard::roleChosen, this, [this, i](Entity role) {
            m_file = int(i);
            overrule([role](FileRequest& file) { file.role = role; });
        });
        m_cardGroup->addButton(card, int(i));
        m_cards->insertWidget(int(i), card, 1);
    }
    selectFile(qBound(0, m_file, qMax(0, int(count) - 1)));
}

void ImportStation::selectFile(int file) {
    m_file = file;
    if (QAbstractButton* card = m_cardGroup->button(file)) card->setChecked(true);
    const bool known = m_shown && std::size_t(file) < m_shown->files.size();
    m_model->setFile(m_shown, known ? file : -1, m_filter->current() == 1);
    m_rejected->setFile(m_shown, file);
    m_leftOut->clear();
    m_leftOutRow->hide();
    m_links->setVisible(known);
    m_filter->setVisible(known);
    m_rejectedCard->setVisible(known);
    m_table->setVisible(known);
    if (!known) {
        m_preview->setTitle(tr("First rows"));
        m_preview->setNote({});
        return;
    }
    const SourceFile& source = m_shown->files[std::size_t(file)];
    m_preview->setTitle(tr("%1: first rows").arg(entityTitle(source.role)));
    m_preview->setNote(tr("%1 of %2 columns used").arg(source.columnsUsed).arg(source.columns));
    m_filter->setText(
        1, m_model->doubtful() > 0 ? tr("Needs a look %1").arg(m_model->doubtful()) : tr("Needs a look"));
    const Entity linked = source.role != Entity::Account ? source.role
                          : m_shown->deals.rows() > 0    ? Entity::Deal
                                                         : Entity::Contact;
    m_links->setLinks(linked, m_shown->of(linked).links);
    m_rejectedCount->setText(QLocale().toString(m_rejected->rowCount()));
    m_rejectedCount->setTone(m_rejected->rowCount() > 0 ? Badge::Tone::Warn : Badge::Tone::Grey);
    m_save->setVisible(m_rejected->rowCount() > 0);
    m_nothingRejected->setVisible(m_rejected->rowCount() == 0);
    if (const QStringList headers = m_model->leftOut(); !headers.isEmpty()) {
        const QString names = headers.mid(0, 4).join(QStringLiteral(", "));
        m_leftOutRow->show();
        m_leftOut->showMessage(
            MessageBar::Kind::Warning,
            tr("Left out of patterns, because it knows the result or says nothing: %1.")
                .arg(headers.size() > 4 ? tr("%1 and %2 more").arg(names).arg(headers.size() - 4) : names));
        m_leftOut->addAction(tr("Show"), [this, header = headers.first()] {
            m_filter->setCurrent(0);
            if (const int column = m_model->columnOf(header); column >= 0)
                m_table->scrollTo(m_model->index(0, column));
        });
    }
    fitColumns();
}

}  // namespace icp::ui
