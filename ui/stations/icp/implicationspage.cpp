#include "ui/stations/icp/implicationspage.h"

#include "core/base/shown.h"
#include "ui/document/document.h"
#include "ui/models/entrytable.h"
#include "ui/stations/entrylist.h"
#include "ui/stations/icp/promptscard.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/columns.h"
#include "ui/widgets/controls.h"

#include <QHBoxLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace icp::ui {

namespace {

constexpr int promptsWidth = 340;

namespace action {
enum Column { Text, Department, Owner, Due, Because, Done };
}
namespace practice {
enum Column { Text, Department, Verdict, Reason };
}
namespace research {
enum Column { Company, Author, Reason, Answer };
}
namespace reaction {
enum Column { Reason, Feeling, Person, FollowUp, Answer };
}

template <class Value>
Value entryOf(const std::vector<Value>& list, const QString& id, const QString& icp) {
    const auto found = std::find_if(list.begin(), list.end(), [&](const Value& v) { return v.id == id; });
    if (found != list.end()) return *found;
    Value value;
    value.id = id;
    value.icp = icp;
    return value;
}

std::vector<EntryTable::Choice> verdicts() {
    std::vector<EntryTable::Choice> choices;
    for (int i = 0; i < practiceVerdictCount; ++i)
        choices.push_back(
            {practiceVerdictName(PracticeVerdict(i)), practiceVerdictTitle(PracticeVerdict(i))});
    return choices;
}

std::vector<EntryTable::Choice> feelings() {
    std::vector<EntryTable::Choice> choices;
    for (int i = 0; i < feelingCount; ++i) choices.push_back({QString::number(i), feelingTitle(Feeling(i))});
    return choices;
}

std::vector<EntryTable::Choice> followUps() {
    std::vector<EntryTable::Choice> choices;
    for (int i = 0; i < followUpCount; ++i)
        choices.push_back({followUpName(FollowUp(i)), followUpTitle(FollowUp(i))});
    return choices;
}

}  // namespace

ImplicationsPage::ImplicationsPage(QWidget* parent)
    : QWidget(parent),
      m_actions(new EntryTable({{tr("Action")},
                                {tr("Department"), EntryTable::Kind::Offer},
                                {tr("Owner")},
                                {tr("Due"), EntryTable::Kind::Day},
                                {tr("Because of"), EntryTable::Kind::Choice},
                                {tr("Done"), EntryTable::Kind::Tick}},
                               tr("Add an action"), this)),
      m_practices(new EntryTable({{tr("What we do")},
                                  {tr("Department"), EntryTable::Kind::Offer},
                                  {tr("Verdict"), EntryTable::Kind::Choice, verdicts()},
                                  {tr("Why")}},
                                 tr("Add something we do today"), this)),
      m_research(
          new EntryTable({{tr("Company")}, {tr("Said by")}, {tr("Why it speaks against")}, {tr("Answer")}},
                         tr("Add a company"), this)),
      m_reactions(new EntryTable({{tr("Why, in their words")},
                                  {tr("Reaction"), EntryTable::Kind::Choice, feelings()},
                                  {tr("Said by")},
                                  {tr("Follow-up"), EntryTable::Kind::Choice, followUps()},
                                  {tr("What came of it")}},
                                 tr("Add a reaction"), this)),
      m_which(new SegmentedSwitch({tr("Actions"), tr("What we do"), tr("Research"), tr("Reactions")})),
      m_pages(new QStackedWidget),
      m_purpose(new Text(QString(), int(Type::Table), Text::Ink::Second)),
      m_summary(new Text(QString(), int(Type::Table))),
      m_prompts(new PromptsCard) {
    m_which->setAccessibleName(tr("List shown"));
    m_purpose->setWordWrap(true);
    m_summary->setWeight(QFont::DemiBold);
    m_summary->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    const std::array tables{m_actions, m_practices, m_research, m_reactions};
    const std::array names{tr("Actions"), tr("What we do today"), tr("Research backlog"),
                           tr("Reactions of people inside")};
    const std::array<std::vector<int>, 4> shares{std::vector{30, 16, 13, 17, 16, 8},
                                                 std::vector{38, 18, 12, 32}, std::vector{22, 16, 31, 31},
                                                 std::vector{32, 14, 14, 14, 26}};
    for (std::size_t i = 0; i < tables.size(); ++i) {
        auto* list = new EntryList(tables[i], names[i]);
        list->setShares(shares[i]);
        m_lists[i] = list;
        m_pages->addWidget(list);
        connect(list, &EntryList::removeAsked, this, [this, i](const QString& id) { remove(List(i), id); });
    }
    connect(m_actions, &EntryTable::written, this, &ImplicationsPage::writeAction);
    connect(m_practices, &EntryTable::written, this, &ImplicationsPage::writePractice);
    connect(m_research, &EntryTable::written, this, &ImplicationsPage::writeResearch);
    connect(m_reactions, &EntryTable::written, this, &ImplicationsPage::writeReaction);
    connect(m_lists[Actions], &EntryList::left, this, [this] { m_criterion.clear(); });

    auto* card = new Card;
    auto* tools = new QHBoxLayout;
    tools->addWidget(m_which);
    tools->addWidget(m_summary, 1);
    card->body()->addLayout(tools);
    card->body()->addWidget(m_purpose);
    card->body()->addWidget(m_pages, 1);
    auto* columns = new Columns(QStringLiteral("implications"));
    columns->addWidget(card);
    columns->addWidget(m_prompts);
    columns->setWidths({0, promptsWidth});
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(columns);
    connect(m_which, &SegmentedSwitch::currentChanged, this, [this](int list) {
        m_pages->setCurrentIndex(list);
        say();
    });
    connect(m_prompts, &PromptsCard::answered, this,
            [this](const QString& icp, Prompt prompt, const QString& words) {
                if (m_document) m_document->answerPrompt(icp, prompt, words);
            });
    say();
}

void ImplicationsPage::setDocument(Document* document) {
    m_document = document;
    m_criterion.clear();
}

void ImplicationsPage::show(List list) { m_which->setCurrent(list); }

void ImplicationsPage::startAction(const QString& criterion) {
    show(Actions);
    m_criterion = criterion;
    m_lists[Actions]->begin();
}

void ImplicationsPage::refresh() {
    const Icp* icp = m_document ? m_document->currentIcp() : nullptr;
    setEnabled(icp != nullptr);
    const Implications all = icp ? implicationsOf(m_document->workshop(), icp->id) : Implications();
    if (icp) {
        std::vector<EntryTable::Choice> departments;
        for (const QString& department : departmentsOf(m_document->workshop()))
            departments.push_back({department, department});
        m_actions->setChoices(action::Department, departments);
        m_practices->setChoices(practice::Department, departments);
        std::vector<EntryTable::Choice> criteria{{QString(), tr("The whole profile")}};
        for (const Criterion& criterion : icp->criteria) criteria.push_back({criterion.id, criterion.text});
        m_actions->setChoices(action::Because, criteria);
    }
    showActions(all);
    showPractices(all);
    showResearch(all);
    showReactions(icp ? icp->reactions : std::vector<Reaction>());
    m_prompts->show(icp ? icp->id : QString(), all.answers);
    say();
}

void ImplicationsPage::showActions(const Implications& all) {
    const QDate today = QDate::currentDate();
    std::vector<EntryTable::Row> rows;
    int open = 0;
    int overdue = 0;
    for (const Action& one : all.actions) {
        const bool late = one.isOverdue(today);
        open += one.done ? 0 : 1;
        overdue += late ? 1 : 0;
        rows.push_back({one.id,
                        {one.text, one.department, one.owner, one.due, one.criterion, one.done},
                        late ? std::optional<int>(action::Due) : std::nullopt,
                        one.done});
    }
    m_actions->setRows(std::move(rows));
    m_which->setText(Actions, tr("Actions %1").arg(countText(qint64(all.actions.size()))));
    m_summaries[Actions] = all.actions.empty() ? QString()
                           : overdue > 0       ? tr("%1 open, %2 overdue").arg(open).arg(overdue)
                                               : tr("%1 open").arg(open);
}

void ImplicationsPage::showPractices(const Implications& all) {
    std::vector<EntryTable::Row> rows;
    std::array<int, practiceVerdictCount> counts{};
    for (const Practice& one : all.practices) {
        ++counts[std::size_t(one.verdict)];
        rows.push_back({one.id, {one.text, one.department, practiceVerdictName(one.verdict), one.reason}});
    }
    m_practices->setRows(std::move(rows));
    m_which->setText(Practices, tr("What we do %1").arg(countText(qint64(all.practices.size()))));
    QStringList told;
    for (const PracticeVerdict verdict :
         {PracticeVerdict::Keep, PracticeVerdict::Change, PracticeVerdict::Stop, PracticeVerdict::Open})
        if (const int count = counts[std::size_t(verdict)]; count > 0)
            told << QStringLiteral("%1 %2").arg(practiceVerdictTitle(verdict)).arg(count);
    m_summaries[Practices] = told.join(QStringLiteral(", "));
}

void ImplicationsPage::showResearch(const Implications& all) {
    std::vector<EntryTable::Row> rows;
    qsizetype open = 0;
    const bool hidden = m_document && m_document->workshop().settings.hideNames;
    for (const ResearchItem& item : all.research) {
        const QString company = hidden ? tr("Company %1").arg(rows.size() + 1) : item.company;
        open += item.isOpen() ? 1 : 0;
        rows.push_back(
            {item.id, {company, item.author, item.reason, item.answer}, std::nullopt, !item.isOpen()});
    }
    m_research->setRows(std::move(rows));
    m_which->setText(Research, tr("Research %1").arg(countText(qint64(all.research.size()))));
    m_summaries[Research] =
        all.research.empty()
            ? QString()
            : tr("%1 open, %2 answered").arg(open).arg(qsizetype(all.research.size()) - open);
}

void ImplicationsPage::showReactions(const std::vector<Reaction>& reactions) {
    std::vector<EntryTable::Row> rows;
    for (const Reaction& one : reactions)
        rows.push_back({one.id,
                        {one.reason, QString::number(int(one.feeling)), one.person,
                         one.isNegative() ? followUpName(one.followUp) : QString(), one.answer},
                        one.isOpen() ? std::optional<int>(reaction::FollowUp) : std::nullopt,
                        one.isNegative() && !one.isOpen()});
    m_reactions->setRows(std::move(rows));
    const ReactionCounts counts = countOf(reactions);
    m_which->setText(Reactions, tr("Reactions %1").arg(countText(counts.all)));
    m_summaries[Reactions] = counts.all == 0 ? QString()
                             : counts.negative == 0
                                 ? tr("No reaction against it")
                                 : tr("%1 against, %2 of them not settled")
                                       .arg(countText(counts.negative), countText(counts.open));
}

void ImplicationsPage::say() {
    const std::array purposes{
        tr("What has to change because of this profile. One line each, with who does it and by when."),
        tr("What we do today: does it still make sense under this profile? Keep, change or stop."),
        tr("Companies somebody held against the profile. Each stays open until it has an answer; “Companies” "
           "adds them with one click."),
        tr("Gut reactions of people inside: neither be put off nor ignore them. Whoever wants to stay "
           "anonymous "
           "leaves “Said by” empty. One that speaks against the profile stays open until it is settled.")};
    m_purpose->setText(purposes[std::size_t(m_which->current())]);
    m_summary->setText(m_summaries[std::size_t(m_which->current())]);
}

void ImplicationsPage::writeAction(const QString& id, int column, const QVariant& value) {
    if (!m_document || !m_document->currentIcp()) return;
    Action entry = entryOf(m_document->workshop().actions, id, m_document->currentIcp()->id);
    const bool added = entry.text.isEmpty();
    if (added) entry.criterion = m_criterion;
    switch (column) {
        case action::Text:
            entry.text = value.toString();
            break;
        case action::Department:
            entry.department = value.toString();
            break;
        case action::Owner:
            entry.owner = value.toString();
            break;
        case action::Due:
            entry.due = value.toDate();
            break;
        case action::Because:
            entry.criterion = value.toString();
            break;
        default:
            entry.done = value.toBool();
    }
    m_document->writeAction(entry, added ? tr("Add an action") : tr("Edit an action"));
}

void ImplicationsPage::writePractice(const QString& id, int column, const QVariant& value) {
    if (!m_document || !m_document->currentIcp()) return;
    Practice entry = entryOf(m_document->workshop().practices, id, m_document->currentIcp()->id);
    const bool added = entry.text.isEmpty();
    if (column == practice::Text)
        entry.text = value.toString();
    else if (column == practice::Department)
        entry.department = value.toString();
    else if (column == practice::Verdict)
        entry.verdict = practiceVerdictFromName(value.toString());
    else
        entry.reason = value.toString();
    m_document->writePractice(entry, added ? tr("Add what we do") : tr("Edit what we do"));
}

void ImplicationsPage::writeResearch(const QString& id, int column, const QVariant& value) {
    if (!m_document || !m_document->currentIcp()) return;
    ResearchItem entry = entryOf(m_document->workshop().research, id, m_document->currentIcp()->id);
    const bool added = entry.company.isEmpty();
    if (column == research::Company && !added && m_document->workshop().settings.hideNames) {
        refresh();  // what stands there is not its name
        return;
    }
    if (column == research::Company)
        entry.company = value.toString();
    else if (column == research::Author)
        entry.author = value.toString();
    else if (column == research::Reason)
        entry.reason = value.toString();
    else
        entry.answer = value.toString();
    m_document->writeResearch(entry, added ? tr("Add to the research backlog") : tr("Edit the backlog"));
}

void ImplicationsPage::writeReaction(const QString& id, int column, const QVariant& value) {
    if (!m_document || !m_document->currentIcp()) return;
    Icp icp = *m_document->currentIcp();
    auto entry = std::find_if(icp.reactions.begin(), icp.reactions.end(),
                              [&](const Reaction& one) { return one.id == id; });
    const bool added = entry == icp.reactions.end();
    if (added) {
        Reaction fresh;
        fresh.id = id;
        entry = icp.reactions.insert(entry, fresh);
    }
    const QString words = value.toString();
    if (column == reaction::Reason)
        entry->reason = words;
    else if (column == reaction::Feeling)
        entry->feeling = Feeling(std::clamp(value.toInt(), 0, feelingCount - 1));
    else if (column == reaction::Person)
        entry->person = words;
    else if (column == reaction::FollowUp)
        entry->followUp = followUpFromName(words);
    else
        entry->answer = words;
    if (entry->reason.isEmpty()) icp.reactions.erase(entry);
    m_document->editIcp(icp, added ? tr("Add a reaction") : tr("Edit a reaction"));
}

void ImplicationsPage::remove(List list, const QString& id) {
    if (!m_document || !m_document->currentIcp()) return;
    const Workshop& workshop = m_document->workshop();
    const QString icp = m_document->currentIcp()->id;
    QString words;
    bool gone = false;
    // What is named no more is taken away.
    if (list == Actions) {
        Action entry = entryOf(workshop.actions, id, icp);
        words = std::exchange(entry.text, QString());
        gone = m_document->writeAction(entry, tr("Remove an action"));
    } else if (list == Practices) {
        Practice entry = entryOf(workshop.practices, id, icp);
        words = std::exchange(entry.text, QString());
        gone = m_document->writePractice(entry, tr("Remove what we do"));
    } else if (list == Reactions) {
        Icp edited = *m_document->currentIcp();
        const auto entry = std::find_if(edited.reactions.begin(), edited.reactions.end(),
                                        [&](const Reaction& one) { return one.id == id; });
        if (entry == edited.reactions.end()) return;
        words = entry->reason;
        edited.reactions.erase(entry);
        gone = m_document->editIcp(edited, tr("Remove a reaction"));
    } else {
        ResearchItem entry = entryOf(workshop.research, id, icp);
        words = m_research->index(m_research->rowOf(id), research::Company).data().toString();
        entry.company.clear();
        gone = m_document->writeResearch(entry, tr("Remove from the backlog"));
    }
    if (gone) Q_EMIT removed(words);
}

}  // namespace icp::ui
