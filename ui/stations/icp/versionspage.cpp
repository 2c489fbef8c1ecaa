#include "ui/stations/icp/versionspage.h"

#include "core/base/shown.h"
#include "ui/document/document.h"
#include "ui/stations/icp/agreecard.h"
#include "ui/stations/icp/agreementcard.h"
#include "ui/stations/icp/readerslist.h"
#include "ui/stations/icp/readinesscard.h"
#include "ui/stations/plaintable.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/card.h"
#include "ui/widgets/columns.h"
#include "ui/widgets/controls.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace icp::ui {

namespace {

constexpr int historyWidth = 290;
constexpr int formWidth = 380;
constexpr int readinessWidth = 280;
constexpr std::size_t mostNames = 2000;  // of a list; the sum above it counts all

QString dayText(const QDate& day) { return QLocale().toString(day, QLocale::ShortFormat); }

QString checkTitles(const QStringList& names) {
    QStringList titles;
    for (const QString& name : names)
        if (const auto check = checkFromName(name)) titles << checkTitle(*check);
    return titles.join(VersionsPage::tr(", "));
}

/// How the room felt about a version, and what it did not stand.
QString checksOf(const IcpVersion& version) {
    QStringList parts;
    if (const QString felt = comfortText(version.icp); !felt.isEmpty()) parts << felt;
    if (const QString unmet = checkTitles(version.unmet); !unmet.isEmpty())
        parts << VersionsPage::tr("Not met when it was agreed: %1.").arg(unmet);
    return parts.join(u' ');
}

Text* wrapping(Text::Ink ink) {
    auto* text = new Text(QString(), int(Type::Note), ink);
    text->setWordWrap(true);
    return text;
}

}  // namespace

VersionsPage::VersionsPage(QWidget* parent) : QWidget(parent) {
    m_columns = new Columns(QStringLiteral("versions"));
    m_columns->addWidget(buildHistory());
    m_columns->addWidget(buildChanges());
    m_columns->addWidget(buildReadiness());
    giveRoom();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_columns);
}

QWidget* VersionsPage::buildHistory() {
    m_versions = new TextRows({tr("Version"), tr("Agreed"), tr("Note")}, 3, this);
    m_history = new PlainTable(m_versions, tr("Versions"));
    m_history->setShares({28, 42, 30});
    m_historyCard = new Card(tr("History"));
    m_historyCard->body()->addWidget(m_history, 1);
    m_agree = new AgreeCard;
    m_agree->hide();
    m_agreement = new AgreementCard;
    m_agreement->hide();
    auto* column = new QWidget;
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(px(12));
    layout->addWidget(m_agree, 1);
    layout->addWidget(m_historyCard, 1);
    layout->addWidget(m_agreement);
    connect(m_history->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& index) {
                if (!index.isValid() || index.data(Qt::UserRole).toString() == m_chosen) return;
                m_chosen = index.data(Qt::UserRole).toString();
                compare();
            });
    connect(m_agree, &AgreeCard::closed, this, [this] {
        closeForm();
        m_history->setFocus();
    });
    connect(m_agree, &AgreeCard::agreed, this, [this](IcpVersion words, const QDate& day) {
        if (const Icp* icp = m_document->currentIcp()) words.unmet = unmetNames(*icp, m_document->findings());
        if (m_document->agreeIcp(words, day)) closeForm();
        m_history->setFocus();
    });
    return column;
}

QWidget* VersionsPage::buildChanges() {
    m_changesCard = new Card(tr("What changed"));
    m_changes = new TextRows({QString(), tr("Criterion"), tr("How")}, 3, this);
    auto* changes = new PlainTable(m_changes, tr("Changes"));
    changes->setShares({18, 36, 46});
    m_same = wrapping(Text::Ink::Second);
    m_changesCard->body()->addWidget(m_same);
    m_changesCard->body()->addWidget(changes, 1);

    auto* meaning = new QWidget;
    m_figures = new TextRows({QString(), QString(), QString(), tr("Change")}, 1, this);
    auto* table = new PlainTable(m_figures, tr("Figures before and after"));
    table->setShares({26, 28, 28, 18});
    m_record = wrapping(Text::Ink::Second);
    auto* figures = new QVBoxLayout(meaning);
    figures->setContentsMargins(0, 0, 0, 0);
    m_statusQuo = wrapping(Text::Ink::Second);
    figures->addWidget(m_statusQuo);
    figures->addWidget(table, 1);
    figures->addWidget(m_record);
    m_readers = new ReadersList;
    m_pages = new QStackedWidget;
    m_pages->addWidget(meaning);
    m_pages->addWidget(buildMoves());
    m_pages->addWidget(m_readers);
    m_below = new SegmentedSwitch({tr("What it means"), tr("Who moves"), tr("Read by")});
    m_below->setAccessibleName(tr("About the versions"));
    auto* note = new Text(tr("both on the data of today"), int(Type::Note), Text::Ink::Third);
    auto* head = new QHBoxLayout;
    head->addWidget(m_below);
    head->addWidget(note);
    head->addStretch(1);
    auto* below = new Card;
    below->body()->addLayout(head);
    below->body()->addWidget(m_pages, 1);
    connect(m_below, &SegmentedSwitch::currentChanged, this, [this, note](int page) {
        m_pages->setCurrentIndex(page);
        note->setVisible(page != 2);
    });
    connect(m_readers, &ReadersList::removed, this, &VersionsPage::removed);

    auto* column = new QWidget;
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(px(12));
    layout->addWidget(m_changesCard, 2);
    layout->addWidget(below, 3);
    return column;
}

QWidget* VersionsPage::buildMoves() {
    m_moves = new SegmentedSwitch({tr("In"), tr("Out"), tr("Stay")});
    m_moves->setAccessibleName(tr("Customers that move"));
    m_movedSum = wrapping(Text::Ink::Second);
    m_moved = new TextRows({tr("Customer"), tr("Value")}, 1, this);
    auto* names = new PlainTable(m_moved, tr("Customers that move"));
    names->setShares({68, 32});
    auto* head = new QHBoxLayout;
    head->setSpacing(px(12));
    head->addWidget(m_moves);
    head->addWidget(m_movedSum, 1);
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(head);
    layout->addWidget(names, 1);
    connect(m_moves, &SegmentedSwitch::currentChanged, this, &VersionsPage::showMoved);
    return page;
}

QWidget* VersionsPage::buildReadiness() {
    m_readiness = new ReadinessCard;
    connect(m_readiness, &ReadinessCard::voteAsked, this, &VersionsPage::voteAsked);
    connect(m_readiness, &ReadinessCard::sealAsked, this, &VersionsPage::sealAsked);
    connect(m_readiness, &ReadinessCard::tested, this, &VersionsPage::keepTest);
    return m_readiness;
}

void VersionsPage::keepTest(const QString& who, const QDate& day) {
    const Icp* current = m_document ? m_document->currentIcp() : nullptr;
    if (!current) return;
    Icp icp = *current;
    icp.tested = who.isEmpty() ? StakeholderTest() : StakeholderTest{who, day, criteriaMark(icp)};
    if (icp.tested != current->tested) m_document->editIcp(icp, tr("Note a test with others"));
}

void VersionsPage::refreshReadiness() {
    const Icp* icp = m_document ? m_document->currentIcp() : nullptr;
    m_readiness->setVisible(icp != nullptr);
    if (!icp) return;
    m_readiness->show(*icp, readiness(*icp, m_document->findings()));
    if (!m_agree->isHidden()) m_agree->setGap(agreementGap(*icp));
}

void VersionsPage::setDocument(Document* document) {
    m_comparing.cancel();
    m_comparison.reset();
    m_document = document;
    m_readers->setDocument(document);
    m_chosen.clear();
    closeForm();
}

void VersionsPage::closeForm() {
    m_agree->hide();
    m_historyCard->show();
    m_agreement->show(m_document ? chosen() : nullptr);
    giveRoom();
}

/// A form needs more of it than a list.
void VersionsPage::giveRoom() {
    m_columns->setWidths({m_agree->isHidden() ? historyWidth : formWidth, 0, readinessWidth});
}

void VersionsPage::startAgreeing() {
    const Icp* icp = m_document ? m_document->currentIcp() : nullptr;
    if (!icp) return;
    if (!m_agree->isHidden()) {  // what was typed stays
        m_agree->takeFocus();
        return;
    }
    m_historyCard->hide();  // the form takes its place
    m_agreement->hide();
    const Workshop& workshop = m_document->workshop();
    m_agree->open(*icp, departmentsOf(workshop), workshop.settings.departments, workshop.settings.reviewDays,
                  agreementGap(*icp));
    giveRoom();
}

/// Also which checks are not met.
QString VersionsPage::agreementGap(const Icp& icp) const {
    QStringList gaps;
    if (const QString missing = missingIn(icp); !missing.isEmpty()) gaps << missing;
    if (const QStringList unmet = unmetNames(icp, m_document->findings()); !unmet.isEmpty())
        gaps << tr("Not met: %1. The version will say so.").arg(checkTitles(unmet));
    if (const int open = countOf(icp.reactions).open; open > 0)
        gaps << tr("Reactions against it that nobody has settled: %1.").arg(open);
    return gaps.join(u'\n');
}

/// What a profile without would be incomplete or nobody's; the first thing.
QString VersionsPage::missingIn(const Icp& icp) const {
    const bool challenged =
        !icp.quote.isEmpty() || !icp.problem.isEmpty() ||
        std::any_of(icp.criteria.begin(), icp.criteria.end(),
                    [](const Criterion& criterion) { return criterion.section == Section::KeyChallenge; });
    if (!challenged) return tr("The key challenge is not written yet: a profile needs one.");
    if (m_document->gauge().narrowness == Narrowness::TooBroad)
        return tr("The profile is too broad to choose by.");
    if (icp.hypothesis) return tr("The profile is a hypothesis. There are too few deals to prove it.");
    return {};
}

const IcpVersion* VersionsPage::chosen() const {
    for (const IcpVersion& version : m_document->workshop().versions)
        if (version.id == m_chosen) return &version;
    return nullptr;
}

void VersionsPage::refresh() {
    if (!m_document) return;
    refreshReadiness();
    showVersions();
    refreshReaders();
    compare();
}

void VersionsPage::refreshReaders() {
    m_readers->refresh();
    m_below->setText(2, tr("Read by %1").arg(countText(m_readers->count())));
}

void VersionsPage::showVersions() {
    const Icp* icp = m_document->currentIcp();
    std::vector<TextRows::Row> rows;
    if (icp) {
        const auto versions = versionsOf(m_document->workshop().versions, icp->id);
        if (!icp->agreed.isValid())
            rows.push_back({{versionName(*icp), tr("not yet"), QString()}, QString()});
        for (auto version = versions.rbegin(); version != versions.rend(); ++version) {
            const Icp& held = (*version)->icp;
            rows.push_back({{versionName(held), dayText(held.agreed), (*version)->note},
                            (*version)->id,
                            agreementWords(**version).all()});
        }
        // Without a choice, what the profile is compared with is the version before it.
        const bool known = !m_chosen.isEmpty() && chosen() != nullptr && chosen()->icp.id == icp->id;
        const std::size_t newest = icp->agreed.isValid() && versions.size() > 1 ? 1 : 0;
        if (!known)
            m_chosen = versions.size() > newest ? versions[versions.size() - 1 - newest]->id : QString();
    }
    m_versions->setRows(std::move(rows));
    for (int row = 0; row < m_versions->rowCount(); ++row)
        if (m_versions->row(row).id.toString() == m_chosen && !m_chosen.isEmpty()) m_history->selectRow(row);
}

void VersionsPage::compare() {
    const Icp* icp = m_document->currentIcp();
    const IcpVersion* version = icp ? chosen() : nullptr;
    m_agreement->show(m_agree->isHidden() ? version : nullptr);
    const bool itself = version && icp->agreed.isValid() && version->icp.version == icp->version;
    if (itself) version = nullptr;
    m_comparing.cancel();
    m_comparison.reset();
    if (!version) {
        m_changesCard->setTitle(tr("What changed"));
        m_changes->setRows({});
        m_same->setText(
            itself ? tr("The profile is as it was agreed. Once it is edited, you see here what changed.")
                   : tr("Nothing is agreed yet. Once a version is, you see here what changed since."));
        m_same->show();
        m_figures->setRows({});
        m_record->setText(itself ? checksOf(*chosen()) : QString());
        m_statusQuo->setText(icp ? statusQuo(m_document->gauge()) : QString());
        showMoved();
        return;
    }
    m_comparing.start([this, basis = m_document->basis(), before = version->icp, after = *icp,
                       byHand = m_document->fitDecisions().byHand()](const Job&,
                                                                     const Background::Deliver& deliver) {
        auto compared = std::make_shared<VersionComparison>(compareVersions(basis, before, after, byHand));
        deliver([this, compared, before, after] {
            m_comparison = std::move(*compared);
            showComparison(before, after);
        });
    });
}

/// What was known when it was agreed.
QString VersionsPage::recordOf(const IcpVersion& version) {
    QStringList parts;
    if (const QString then = heldWords(version); !then.isEmpty()) parts << then;
    if (const QString said = checksOf(version); !said.isEmpty()) parts << said;
    return parts.join(u' ');
}

void VersionsPage::showComparison(const Icp& before, const Icp& after) {
    m_changesCard->setTitle(tr("From %1 to %2").arg(versionName(before), versionName(after)));
    m_changes->setRows(differenceRows(m_comparison->difference, m_document->dataset()));
    m_same->setText(tr("Nothing changed."));
    m_same->setVisible(m_comparison->difference.empty());
    m_figures->setHeader({QString(), versionName(before), versionName(after), tr("Change")});
    m_figures->setRows(
        figureRows(m_comparison->before, m_comparison->after, m_document->facts()->currency()));
    if (const IcpVersion* version = chosen()) m_record->setText(recordOf(*version));
    m_statusQuo->setText(statusQuo(m_comparison->after));
    showMoved();
}

void VersionsPage::showMoved() {
    std::vector<TextRows::Row> rows;
    m_moves->setVisible(m_comparison.has_value());
    m_movedSum->setText(
        tr("Once a version is agreed and then edited, you see here which customers that moves."));
    if (m_comparison && &m_document->facts()->dataset() == m_comparison->dataset.get()) {
        const Migration& migration = m_comparison->migration;
        const std::array<const Moved*, 3> lists{&migration.in, &migration.out, &migration.stayedInside};
        const Moved& list = *lists[std::size_t(m_moves->current())];
        m_movedSum->setText(movedWords(Movement(m_moves->current()), list, *m_document->facts()));
        for (const std::uint32_t account : list.accounts) {
            if (rows.size() == mostNames) break;
            rows.push_back(
                {{m_document->facts()->name(account), m_document->facts()->valueText(account)}, account});
        }
    }
    m_moved->setRows(std::move(rows));
}

}  // namespace icp::ui
