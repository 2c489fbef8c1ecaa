// The widgets of the import page, how they are laid out, and what they show.
#include "core/import/filenames.h"
#include "core/rows/sql/sqlreader.h"
#include "ui/document/document.h"
#include "ui/stations/import/changescard.h"
#include "ui/stations/import/databasedialog.h"
#include "ui/stations/import/filesrow.h"
#include "ui/stations/import/importstation.h"
#include "ui/stations/import/linkscard.h"
#include "ui/stations/import/outcomecard.h"
#include "ui/stations/import/previewcard.h"
#include "ui/stations/import/rejectedcard.h"
#include "ui/stations/import/sidecolumn.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/messagebar.h"

#include <QFileInfo>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace icp::ui {

namespace {

/// The large field of the page without files: framed by dashes, so that it says where to drop.
class DropPage final : public QWidget {
protected:
    void paintEvent(QPaintEvent*) override {
        const Tokens& t = Tokens::of(this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        QPen dashed(t.ctl, 1.5, Qt::CustomDashLine);
        dashed.setDashPattern({5, 4});
        painter.setPen(dashed);
        painter.setBrush(t.surface);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), px(8), px(8));
    }
};

/// A file that was moved since, or one of a test, can be looked at but not read again.
bool canRead(const FileRequest& file) { return isDatabaseAddress(file.path) || QFileInfo::exists(file.path); }

}  // namespace

QWidget* ImportStation::makeEmpty() {
    auto* page = new DropPage;
    auto* state = new EmptyState(
        QStringLiteral("import"), tr("Drop your exports here"),
        tr("Accounts, deals and contacts as CSV or Excel files, as your CRM wrote them. They are "
           "read on this computer and never changed."));
    state->addPrimary(tr("Add file"), QStringLiteral("plus"), [this] { chooseFiles(); });
    state->addSecondary(tr("Try the example"), [this] { Q_EMIT exampleRequested(); });
    auto* column = new QVBoxLayout(page);
    column->addWidget(state);
    return page;
}

QWidget* ImportStation::makePage() {
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(12));
    m_files = new FilesRow;
    column->addWidget(m_files);
    m_preview = new PreviewCard;
    m_changes = new ChangesCard;
    m_links = new LinksCard;
    m_rejected = new RejectedCard;
    m_outcome = new OutcomeCard;
    m_side = new SideColumn({m_changes, m_links, m_rejected, m_outcome});
    auto* lower = new QHBoxLayout;
    lower->setSpacing(px(14));
    lower->addWidget(m_preview, 1);
    lower->addWidget(m_side);
    column->addLayout(lower, 1);
    return page;
}

void ImportStation::connectParts() {
    connect(m_files, &FilesRow::entryChosen, this, &ImportStation::selectSlot);
    connect(m_files, &FilesRow::addWanted, this, &ImportStation::chooseFiles);
    connect(m_files, &FilesRow::removed, this, &ImportStation::remove);
    connect(m_files, &FilesRow::roleChosen, this, [this](int slot, Entity role) {
        overrule(slot, tr("What a file holds"), [&](FileRequest& file) { file.role = role; });
    });
    connect(m_files, &FilesRow::sheetChosen, this, [this](int slot, const QString& sheet) {
        overrule(slot, tr("Sheet %1").arg(sheet), [&](FileRequest& file) { file.sheet = sheet; });
    });
    connect(m_files, &FilesRow::sheetAdded, this, [this](int slot, const QString& sheet) {
        const Slot chosen = m_slots[std::size_t(slot)];
        FileRequest file;
        file.path = chosen.failed >= 0 ? m_draft.failed[std::size_t(chosen.failed)].file.path
                                       : asked().files[std::size_t(chosen.request)].path;
        file.sheet = sheet;
        change(tr("Add sheet %1").arg(sheet), [&](ImportRequest& request) {
            // With two sheets of one workbook each of them goes by its name.
            if (chosen.file >= 0 && chosen.request >= 0)
                request.files[std::size_t(chosen.request)].sheet =
                    m_shown->files[std::size_t(chosen.file)].sheet;
            request.files.push_back(file);
        });
    });
    connect(m_files, &FilesRow::encodingChosen, this, [this](int slot, const QString& encoding) {
        overrule(slot, tr("Encoding of a file"), [&](FileRequest& file) { file.encoding = encoding; });
    });
    connect(m_files, &FilesRow::delimiterChosen, this, [this](int slot, const QString& delimiter) {
        overrule(slot, tr("Separator of a file"), [&](FileRequest& file) { file.delimiter = delimiter; });
    });
    connect(m_database, &QPushButton::clicked, this, [this] {
        auto* dialog = new DatabaseDialog(window());
        connect(dialog, &DatabaseDialog::chosen, this, &ImportStation::addFile);
        dialog->open();
    });

    connect(m_preview, &PreviewCard::mappingChosen, this,
            [this](const QString& header, const QString& attribute) {
                overrule(m_slot, tr("What “%1” means").arg(header),
                         [&](FileRequest& file) { file.mapping.insert(header, attribute); });
            });
    connect(m_preview, &PreviewCard::wished, this, [this](const QString& header, const ColumnWish& wish) {
        overrule(m_slot, tr("How “%1” is read").arg(header),
                 [&](FileRequest& file) { file.columns.insert(header, wish); });
    });
    connect(m_preview, &PreviewCard::resetWanted, this, [this](const QString& header) {
        overrule(m_slot, tr("“%1” as detected").arg(header), [&](FileRequest& file) {
            file.columns.remove(header);
            file.mapping.remove(header);
            if (!file.asDetected.contains(header)) file.asDetected << header;
        });
    });
    connect(m_preview, &PreviewCard::useChosen, this, &ImportStation::chooseUse);
    connect(m_preview, &PreviewCard::declined, this, &ImportStation::decline);
    connect(m_preview, &PreviewCard::askedAgain, this, &ImportStation::askAgain);
    connect(m_preview, &PreviewCard::accepted, this, [this](const Decisions& decisions, int count) {
        document()->decide(decisions, tr("Accept %n proposal(s)", nullptr, count));
    });

    connect(m_preview, &PreviewCard::takenBack, this, [this](const Decisions& decisions, int count) {
        document()->withdraw(decisions, tr("Take back %n decision(s)", nullptr, count));
    });

    connect(m_links, &LinksCard::confirmWanted, m_preview, &PreviewCard::showProposals);
    connect(m_rejected, &RejectedCard::saveWanted, this, &ImportStation::saveRejected);
    connect(m_rejected, &RejectedCard::mendedWanted, this, &ImportStation::chooseFiles);
    connect(m_rejected, &RejectedCard::rowChosen, m_preview, [this](qint64 row) { m_preview->showRow(row); });
    connect(m_outcome, &OutcomeCard::wordsChosen, this, [this](const OutcomeWords& words) {
        change(tr("Words for won and lost"), [&](ImportRequest& request) { request.outcome = words; });
    });
    connect(m_outcome, &OutcomeCard::resetWanted, this, [this] {
        change(tr("Words for won and lost as detected"), [](ImportRequest& request) {
            request.outcome.reset();
            request.outcomeAsDetected = true;
        });
    });

    connect(m_looks, &FirstLooks::taken, this, [this] {
        if (isVisible())
            refreshCards();
        else
            m_stale = true;
    });
    connect(m_review, &Review::mended, this, [this](const std::shared_ptr<const Dataset>& dataset) {
        if (!isFresh() || dataset == m_draft.result) return;
        m_draft.result = dataset;
        refresh();
    });
    connect(m_review, &Review::compared, m_changes, &ChangesCard::setChange);
    connect(m_review, &Review::proposed, this,
            [this](const std::shared_ptr<const Proposals>& proposals,
                   const std::shared_ptr<const Proposals>& declined) {
                m_proposals = proposals;
                m_declined = declined->all();
                showProposals();
                refreshLinks();
            });
}

void ImportStation::refresh() {
    const bool drafting = !m_draft.request.files.empty() || !m_draft.failed.empty();
    m_shown = m_draft.result                                                    ? m_draft.result
              : !drafting && document() && !document()->dataset().files.empty() ? document()->sharedDataset()
                                                                                : nullptr;
    m_add->setEnabled(document() != nullptr);
    m_database->setEnabled(document() != nullptr);
    m_undo->setEnabled(drafting && !m_draft.used);
    m_use->setEnabled(m_draft.result && !m_draft.used && !m_draft.reading);
    m_use->setToolTip(m_use->isEnabled() ? tr("Keep it in the workshop and look for patterns")
                      : m_draft.used     ? tr("This data is in use")
                                         : tr("Add files first"));
    m_pages->setCurrentIndex(drafting || m_shown ? 1 : 0);
    m_stale = !isVisible();
    if (m_stale) return;
    refreshCards();
    review();
}

std::vector<ImportStation::Slot> ImportStation::findSlots() const {
    std::vector<Slot> slots;
    std::vector<bool> shown(asked().files.size());
    for (std::size_t i = 0; m_shown && i < m_shown->files.size(); ++i) {
        const int request = requestOf(m_shown->files[i]);
        if (request >= 0) shown[std::size_t(request)] = true;
        // A file that was taken out of the import at hand is gone at once.
        if (request >= 0 || asked().files.empty()) slots.push_back({int(i), request, -1});
    }
    const bool drafting = !m_draft.request.files.empty();
    for (std::size_t i = 0; drafting && i < shown.size(); ++i)
        if (!shown[i]) slots.push_back({-1, int(i), -1});
    for (std::size_t i = 0; i < m_draft.failed.size(); ++i) slots.push_back({-1, -1, int(i)});
    return slots;
}

void ImportStation::refreshCards() {
    m_slots = findSlots();
    std::vector<std::pair<QString, QString>> paths;
    for (const FileRequest& file : asked().files) paths.emplace_back(file.path, file.sheet);
    const QStringList names = shownNames(paths);
    std::vector<FilesRow::Entry> entries;
    for (const Slot& slot : m_slots) {
        FilesRow::Entry entry;
        const FileRequest* request = slot.request >= 0  ? &asked().files[std::size_t(slot.request)]
                                     : slot.failed >= 0 ? &m_draft.failed[std::size_t(slot.failed)].file
                                                        : nullptr;
        if (slot.file >= 0) {
            entry.source = &m_shown->files[std::size_t(slot.file)];
            entry.name = entry.source->name;
        } else if (slot.failed >= 0) {
            entry.name = QFileInfo(request->path).fileName();
            entry.state = FileCard::State::Failed;
            entry.stateText = tr("Not readable");
            entry.why = m_draft.failed[std::size_t(slot.failed)].error.message;
        } else {
            entry.name = names[slot.request];
            entry.state = FileCard::State::Check;
            entry.stateText = m_shown ? tr("Not used") : tr("Waits");
            if (m_shown) entry.why = tr("It holds no customers. Say what it holds, and it is read.");
        }
        if (m_draft.reading && slot.failed < 0) {
            entry.state = FileCard::State::Reading;
            entry.stateText = tr("Reading");
        }
        if (request && canRead(*request)) {
            FileCard::Choices choices;
            choices.request = *request;
            const FirstLook* look = m_looks->of(*request);
            if (look) choices.sheets = look->info.sheets;
            choices.sheet = entry.source ? entry.source->sheet : request->sheet;
            choices.text =
                entry.source ? entry.source->format == u"csv" : !look || look->info.sheets.isEmpty();
            entry.choices = choices;
        }
        entries.push_back(std::move(entry));
    }
    m_files->setEntries(entries);
    selectSlot(qBound(0, m_slot, qMax(0, int(m_slots.size()) - 1)));
}

void ImportStation::selectSlot(int slot) {
    m_slot = slot;
    m_files->choose(slot);
    const Slot chosen = std::size_t(slot) < m_slots.size() ? m_slots[std::size_t(slot)] : Slot();
    m_side->setVisible(chosen.file >= 0);
    if (chosen.file < 0) {
        const FirstLook* look =
            chosen.request >= 0 ? m_looks->of(m_draft.request.files[std::size_t(chosen.request)]) : nullptr;
        if (look && !look->headers.isEmpty())
            m_preview->setFirstLook(*look, m_draft.reading);
        else
            m_preview->clear(chosen.failed >= 0 ? m_draft.failed[std::size_t(chosen.failed)].error.message
                             : m_draft.reading  ? tr("The first rows are shown as soon as they are read.")
                                                : tr("Nothing of this file was read."));
        return;
    }
    const SourceFile& source = m_shown->files[std::size_t(chosen.file)];
    const FileRequest* request = chosen.request >= 0 ? &asked().files[std::size_t(chosen.request)] : nullptr;
    const bool readable = request && canRead(*request);
    const QString why = tr("The file is no longer where it was. Add it again to change how it is read.");
    m_preview->setFile(m_shown, chosen.file, readingOf(chosen, readable, why));
    showProposals();
    m_rejected->setFile(m_shown, chosen.file);
    const bool deals = source.role == Entity::Deal || source.role == Entity::Account;
    m_outcome->setWords(deals ? m_shown->outcomeWords : std::vector<OutcomeWord>(), readable, why);
    refreshLinks();
}

/// As the file was read: what was asked for, and what earlier imports had decided.
PreviewCard::Reading ImportStation::readingOf(const Slot& slot, bool readable, const QString& why) const {
    PreviewCard::Reading reading;
    reading.readable = readable;
    reading.why = why;
    const auto& decided = m_shown->choices.files;
    if (decided.size() < m_shown->files.size()) return reading;  // nobody knows any more
    const FileRequest& file = decided[std::size_t(slot.file)];
    reading.wishes = file.columns;
    reading.decided = QSet<QString>(file.columns.keyBegin(), file.columns.keyEnd());
    reading.decided.unite(QSet<QString>(file.mapping.keyBegin(), file.mapping.keyEnd()));
    const QDate day = m_shown->files[std::size_t(slot.file)].remembered;
    if (!day.isValid() || slot.request < 0) return reading;
    const FileRequest& asked = this->asked().files[std::size_t(slot.request)];
    reading.remembered = tr("As you decided on %1.").arg(QLocale().toString(day, QLocale::ShortFormat));
    for (const QString& header : reading.decided)
        if (asked.columns.value(header) != file.columns.value(header) ||
            asked.mapping.value(header) != file.mapping.value(header))
            reading.earlier.insert(header);
    return reading;
}

void ImportStation::refreshLinks() {
    const int file = std::size_t(m_slot) < m_slots.size() ? m_slots[std::size_t(m_slot)].file : -1;
    if (file < 0) return;
    const Entity role = m_shown->files[std::size_t(file)].role;
    const Entity linked = role != Entity::Account     ? role
                          : m_shown->deals.rows() > 0 ? Entity::Deal
                                                      : Entity::Contact;
    int names = 0;
    qint64 rows = 0;
    if (m_proposals)
        for (const LinkProposal& one : m_proposals->links)
            if (one.decision.entity == linked) {
                ++names;
                rows += one.rows;
            }
    m_links->setLinks(linked, m_shown->of(linked).links);
    m_links->setSimilar(names, rows);
    QString through;
    for (const Issue& issue : m_shown->issues)
        for (const SourceFile& one : m_shown->files)
            if (issue.code == u"account-through" && one.role == linked && one.name == issue.file)
                through = issue.reason;
    m_links->setThrough(through);
}

}  // namespace icp::ui
