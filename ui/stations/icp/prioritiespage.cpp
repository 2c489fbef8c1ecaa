#include "ui/stations/icp/prioritiespage.h"

#include "core/base/shown.h"
#include "core/deck/facts.h"
#include "ui/document/document.h"
#include "ui/models/icpedits.h"
#include "ui/models/sectionmodel.h"
#include "ui/models/textrows.h"
#include "ui/stations/icp/ballotcard.h"
#include "ui/stations/plaintable.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/card.h"
#include "ui/widgets/columns.h"
#include "ui/widgets/controls.h"

#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>
#include <memory>

namespace icp::ui {

namespace {

constexpr int ballotWidth = 400;

QString spreadText(const Priority& priority) {
    QStringList parts;
    for (const auto& [voter, dots] : priority.spread)
        if (dots > 0) parts << QStringLiteral("%1 %2").arg(voter, countText(dots));
    return parts.join(QStringLiteral(", "));
}

/// Levels that the order gives criteria which stand in the profile still.
Icp prioritised(Icp icp, const Priorities& priorities) {
    for (const Priority& one : priorities.order)
        if (const Criterion* criterion = icp.find(one.criterion);
            criterion && criterion->importance != one.proposed)
            setImportance(icp, one.criterion, one.proposed, criterion->section);
    return icp;
}

int changed(const Icp& icp, const Priorities& priorities) {
    return int(std::count_if(priorities.order.begin(), priorities.order.end(), [&](const Priority& one) {
        const Criterion* criterion = icp.find(one.criterion);
        return criterion && criterion->importance != one.proposed;
    }));
}

}  // namespace

PrioritiesPage::PrioritiesPage(QWidget* parent)
    : QWidget(parent), m_fresh(newId()), m_ballot(new BallotCard) {
    auto* columns = new Columns(QStringLiteral("priorities"));
    columns->addWidget(m_ballot);
    columns->addWidget(buildResult());
    columns->setWidths({ballotWidth, 0});
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(columns);
    connect(m_ballot, &BallotCard::entered, this, &PrioritiesPage::enter);
}

QWidget* PrioritiesPage::buildResult() {
    m_state = new Text(QString(), int(Type::Body));
    m_state->setWordWrap(true);
    m_beside = new Text(QString(), int(Type::Note), Text::Ink::Warn);
    m_beside->setWordWrap(true);
    m_rows = new TextRows({}, 4, this);
    m_table = new PlainTable(m_rows, tr("What the dots say"));
    m_reveal = secondaryButton(tr("Reveal"), QStringLiteral("eye"));
    m_anew = linkButton(tr("Vote anew"), QStringLiteral("refresh"));
    m_use = secondaryButton(tr("Use as priorities"), QStringLiteral("icp"));
    auto* card = new Card(tr("What matters most"));
    card->addTool(m_anew);
    card->addTool(m_use);
    card->addTool(m_reveal);
    card->body()->addWidget(m_state);
    card->body()->addWidget(m_beside);
    m_spread = new Text(QString(), int(Type::Note), Text::Ink::Second);
    m_spread->setWordWrap(true);
    card->body()->addWidget(m_table, 1);
    card->body()->addWidget(m_spread);
    card->body()->addStretch(0);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &PrioritiesPage::showSpread);
    connect(m_reveal, &QPushButton::clicked, this, &PrioritiesPage::reveal);
    connect(m_anew, &QPushButton::clicked, this, &PrioritiesPage::startAnew);
    connect(m_use, &QPushButton::clicked, this, &PrioritiesPage::use);
    return card;
}

void PrioritiesPage::setDocument(Document* document) {
    m_counting.cancel();
    m_priorities.reset();
    m_document = document;
}

DotVote PrioritiesPage::current() const {
    const Icp* icp = m_document ? m_document->currentIcp() : nullptr;
    DotVote vote;
    vote.id = m_fresh;
    if (!icp) return vote;
    const auto& votes = m_document->workshop().votes;
    const auto found =
        std::find_if(votes.begin(), votes.end(), [&](const DotVote& one) { return one.icp == icp->id; });
    if (found != votes.end()) return *found;
    vote.icp = icp->id;
    return vote;
}

void PrioritiesPage::refresh() {
    const Icp* icp = m_document ? m_document->currentIcp() : nullptr;
    const DotVote vote = current();
    std::vector<BallotCard::Subject> subjects;
    if (icp)
        for (const Criterion& criterion : votableOf(*icp))
            subjects.push_back({criterion.id, slide::criterionText(criterion, m_document->dataset())});
    const bool any = !subjects.empty();
    m_ballot->show(vote, std::move(subjects),
                   m_document ? departmentsOf(m_document->workshop()) : QStringList());
    m_reveal->setVisible(!vote.revealed);
    m_reveal->setEnabled(any && !vote.ballots.empty());
    m_reveal->setToolTip(vote.ballots.empty() ? tr("Nobody has put dots down yet")
                                              : tr("Shows the dots of everybody at once"));
    m_anew->setVisible(vote.revealed);
    m_use->setVisible(vote.revealed);
    m_counting.cancel();
    m_priorities.reset();
    m_use->setEnabled(false);
    m_beside->hide();
    m_spread->clear();
    if (!any) {
        m_rows->setRows({});
        m_state->setText(tr("Write criteria first; then everybody puts dots on those that matter most."));
    } else if (!vote.revealed) {
        showVoters(vote);
    } else {
        count(vote, *icp);
    }
}

void PrioritiesPage::showVoters(const DotVote& vote) {
    m_rows->setHeader({tr("Who"), QString()});
    m_table->setShares({60, 40});
    QStringList voters;
    for (const Ballot& ballot : vote.ballots) voters << ballot.voter();
    voters.sort(Qt::CaseInsensitive);  // nor who came first
    std::vector<TextRows::Row> rows;
    for (const QString& voter : voters) rows.push_back({{voter, tr("has put dots down")}});
    m_rows->setRows(std::move(rows));
    m_state->setText(vote.ballots.empty()
                         ? tr("Everybody puts dots on what matters most, in silence, before anybody talks. "
                              "Nobody sees the dots of others until all are revealed at once.")
                         : tr("%n entry(ies). Nobody sees what they say until they are revealed.", nullptr,
                              int(vote.ballots.size())));
}

void PrioritiesPage::count(const DotVote& vote, const Icp& icp) {
    m_counting.start([this, vote, icp](const Job&, const Background::Deliver& deliver) {
        auto found = std::make_shared<Priorities>(prioritiesOf(vote, icp));
        deliver([this, found] {
            m_priorities = std::move(*found);
            showOrder();
        });
    });
}

void PrioritiesPage::showOrder() {
    const Icp* icp = m_document ? m_document->currentIcp() : nullptr;
    if (!icp || !m_priorities) return;
    m_rows->setHeader(
        {tr("Criterion"), tr("By department"), tr("Now"), tr("Proposed"), tr("Dots"), tr("Points")});
    m_table->setShares({30, 26, 12, 13, 8, 11});
    std::vector<TextRows::Row> rows;
    for (const Priority& one : m_priorities->order) {
        const Criterion* criterion = icp->find(one.criterion);
        if (!criterion) continue;
        rows.push_back({{slide::criterionText(*criterion, m_document->dataset()), spreadText(one),
                         importanceTitle(criterion->importance),
                         m_priorities->quorum ? importanceTitle(one.proposed) : QStringLiteral("–"),
                         countText(one.dots), QLocale().toString(one.points, 'f', 1)},
                        one.criterion});
    }
    m_rows->setRows(std::move(rows));
    if (!m_priorities->order.empty()) m_table->selectRow(0);
    const DotVote vote = current();
    QStringList voters;
    for (const Ballot& ballot : vote.ballots) voters << ballot.voter();
    m_state->setText(agreementText(m_priorities->agreement, voters.size()) + u' ' +
                     tr("Took part: %1.").arg(voters.join(QStringLiteral("; "))));
    QStringList unasked;
    for (const QString& id : m_priorities->unasked)
        unasked << slide::criterionText(*icp->find(id), m_document->dataset());
    m_beside->setText(tr("Not voted on, because it came later: %1.").arg(unasked.join(QStringLiteral("; "))));
    m_beside->setVisible(!unasked.isEmpty());
    const bool anyChange = changed(*icp, *m_priorities) > 0;
    m_use->setEnabled(anyChange);
    m_use->setToolTip(anyChange ? tr("Gives the criteria the proposed levels; can be undone")
                      : m_priorities->quorum
                          ? tr("The criteria have these levels already")
                          : tr("One vote proposes nothing: at least two have to take part"));
}

/// Whose dots the chosen criterion has: a column is too narrow for many departments.
void PrioritiesPage::showSpread() {
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    m_spread->clear();
    if (!m_priorities || rows.isEmpty()) return;
    const QString criterion = m_rows->row(rows.front().row()).id.toString();
    for (const Priority& one : m_priorities->order)
        if (one.criterion == criterion && !one.spread.empty())
            m_spread->setText(tr("%1: %2", "a criterion, dots by department")
                                  .arg(rows.front().data().toString(), spreadText(one)));
}

void PrioritiesPage::enter(const Ballot& ballot) {
    if (!m_document || !m_document->currentIcp()) return;
    DotVote vote = current();
    if (vote.ballots.empty()) vote.dots = m_ballot->dotsEach();
    if (vote.id == m_fresh) m_fresh = newId();
    vote.enter(ballot);
    m_document->putDotVote(vote, tr("Dots of %1").arg(ballot.voter()));
}

void PrioritiesPage::reveal() {
    DotVote vote = current();
    vote.revealed = true;
    m_document->putDotVote(vote, tr("Reveal the dots"));
}

void PrioritiesPage::startAnew() {
    DotVote vote = current();
    vote.revealed = false;
    vote.ballots.clear();
    if (m_document->putDotVote(vote, tr("Vote anew"))) Q_EMIT done(tr("All dots are taken back."));
}

void PrioritiesPage::use() {
    const Icp* icp = m_document ? m_document->currentIcp() : nullptr;
    if (!icp || !m_priorities) return;
    const int count = changed(*icp, *m_priorities);
    if (m_document->editIcp(prioritised(*icp, *m_priorities), tr("Use the dots as priorities")))
        Q_EMIT done(tr("%n criterion(s) changed level.", nullptr, count));
}

}  // namespace icp::ui
