#include "ui/stations/icp/criterialist.h"

#include "core/workshop/workshop.h"
#include "ui/models/icpedits.h"
#include "ui/stations/icp/challengebox.h"
#include "ui/stations/icp/criterioneditor.h"
#include "ui/stations/icp/sectionbox.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/card.h"
#include "ui/widgets/sidebyside.h"

#include <QKeyEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace icp::ui {

namespace {

constexpr double weightStep = 5;  // percent points for + and −

bool isCompact(Section section) {
    return section == Section::Exclusions || section == Section::StretchLimits;
}

}  // namespace

CriteriaList::CriteriaList(QWidget* parent)
    : QWidget(parent),
      m_dataset(std::make_shared<const Dataset>()),
      m_challenge(new ChallengeBox),
      m_dropPlace(new DropPlace(this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(px(12));
    auto* card = new Card;
    card->body()->setSpacing(px(8));
    layout->addWidget(card);
    auto* limits = new SideBySide;
    limits->setSpacing(px(12));
    layout->addLayout(limits);
    layout->addStretch(1);

    for (int i = 0; i < sectionCount; ++i) {
        const Section section = Section(i);
        auto* box = new SectionBox(section);
        m_sections[std::size_t(i)] = box;
        if (isCompact(section)) {
            auto* limit = new Card;
            (section == Section::Exclusions ? m_exclusions : m_stretch) = limit;
            limit->body()->addWidget(box);
            limit->body()->addStretch(1);
            limits->addWidget(limit, 1);
        } else {
            card->body()->addWidget(box);
        }
        connect(box, &SectionBox::addAsked, this, [this, section] { add(section); });
    }
    colourEdges();
    connect(m_challenge, &ChallengeBox::edited, this,
            [this](const QString& quote, const QString& problem, const QString& answer) {
                Icp icp = m_icp;
                icp.quote = quote;
                icp.problem = problem;
                icp.valueProposition = answer;
                change(icp, tr("Write the key challenge"));
            });
}

void CriteriaList::colourEdges() {
    m_exclusions->setEdge(Tokens::of(this).least);
    m_stretch->setEdge(Tokens::of(this).stretch);
}

void CriteriaList::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_stretch) colourEdges();
}

void CriteriaList::setData(std::shared_ptr<const Dataset> dataset, const Findings& findings) {
    if (m_dataset != dataset) closeEditor();
    m_dataset = std::move(dataset);
    m_findings = findings;
    rebuild();
}

void CriteriaList::setIcp(const Icp& icp) {
    if (icp.id != m_icp.id) closeEditor();
    m_icp = icp;
    if (m_editor && (!m_editor->isNew() || !m_editedCounter.isEmpty())) {
        if (const Criterion* criterion = m_icp.find(m_editor->id())) {
            m_editorSection = criterion->section;
            if (m_editedCounter.isEmpty()) m_editor->refresh(*criterion);
        } else {
            closeEditor();
        }
    }
    rebuild();
}

CriterionCard* CriteriaList::cardFor(const Criterion& criterion) {
    const QString id = criterion.id;
    CriterionCard*& card = m_cards[id];
    if (card && card->isCompact() != isCompact(criterion.section)) {
        card->hide();
        card->deleteLater();
        card = nullptr;
    }
    if (!card) {
        card = new CriterionCard(isCompact(criterion.section), this);
        connect(card, &CriterionCard::asked, this, [this, id](CriterionAct asked) { act(id, asked); });
        connect(card, &CriterionCard::focused, this, [this, card] { Q_EMIT needsVisible(card); });
        connect(card->handle(), &DragHandle::dragged, this,
                [this, id](const QPoint& global) { drag(id, global); });
        connect(card->handle(), &DragHandle::dropped, this, [this, id] { drop(id); });
    }
    return card;
}

void CriteriaList::rebuild() {
    const std::vector<int> weights = shownWeights(m_icp);
    QHash<QString, CriterionCard*> gone = m_cards;
    for (SectionBox* box : m_sections) {
        QList<QWidget*> rows;
        const bool editorHere = m_editor && m_editorSection == box->section();
        const bool atEnd = m_editor && m_editor->isNew() && m_editedCounter.isEmpty();
        const auto criteria = criteriaOf(m_icp, box->section());
        for (const std::size_t i : criteria) {
            const Criterion& criterion = m_icp.criteria[i];
            CriterionCard* card = cardFor(criterion);
            gone.remove(criterion.id);
            card->show(criterion, weights[i], evidenceBadge(criterion, *m_dataset, m_findings),
                       m_findings.study.outcome);
            rows << card << counterRows(criterion);
            if (editorHere && !atEnd && m_editor->id() == criterion.id) rows << m_editor;
        }
        if (editorHere && atEnd) rows << m_editor;
        if (box->section() == Section::KeyChallenge) {
            m_challenge->show(m_icp);
            rows << m_challenge;
        }
        box->setRows(rows);
        box->setEmpty(criteria.empty() && !editorHere);
    }
    for (auto it = gone.cbegin(); it != gone.cend(); ++it) {
        m_cards.remove(it.key());
        it.value()->hide();
        it.value()->deleteLater();
    }
    dropCounterRows();
    // Tab follows what is seen.
    QWidget* before = nullptr;
    for (CriterionCard* card : cardsInOrder()) {
        if (before) setTabOrder(before, card);
        before = card;
    }
}

QList<CriterionCard*> CriteriaList::cardsInOrder() const {
    QList<CriterionCard*> cards;
    for (int section = 0; section < sectionCount; ++section)
        for (const std::size_t i : criteriaOf(m_icp, Section(section)))
            if (CriterionCard* card = m_cards.value(m_icp.criteria[i].id)) cards << card;
    return cards;
}

void CriteriaList::change(const Icp& icp, const QString& text, const QString& field) {
    m_icp = icp;
    rebuild();
    Q_EMIT edited(m_icp, text, field);
}

Section CriteriaList::homeOf(const Criterion& criterion) const {
    const Attribute* attribute =
        criterion.condition ? m_dataset->find(criterion.condition->attribute) : nullptr;
    return attribute ? sectionFor(attribute->cls) : Section::KeyChallenge;
}

void CriteriaList::act(const QString& id, CriterionAct act) {
    const Criterion* criterion = m_icp.find(id);
    if (!criterion) return;
    Icp icp = m_icp;
    switch (act) {
        case CriterionAct::Edit:
            edit(id);
            return;
        case CriterionAct::Duplicate: {
            Criterion copy = *criterion;
            copy.id = newId();
            const auto places = criteriaOf(icp, copy.section);
            const auto place = std::find_if(places.begin(), places.end(),
                                            [&](std::size_t i) { return icp.criteria[i].id == id; });
            icp.criteria.push_back(copy);
            moveTo(icp, copy.id, copy.section, int(place - places.begin()) + 1);
            change(icp, tr("Duplicate a criterion"));
            reveal(copy.id);
            return;
        }
        case CriterionAct::Remove: {
            const QString words = criterion->text;
            focusBeside(id);
            removeCriterion(icp, id);
            change(icp, tr("Remove a criterion"));
            Q_EMIT removed(words);
            return;
        }
        case CriterionAct::Up:
        case CriterionAct::Down:
            if (!moveBy(icp, id, act == CriterionAct::Up ? -1 : 1)) return;
            change(icp, tr("Move a criterion"));
            reveal(id);
            return;
        case CriterionAct::Heavier:
        case CriterionAct::Lighter:
            if (!isWeighed(*criterion)) return;
            changeWeight(icp, id, act == CriterionAct::Heavier ? weightStep : -weightStep);
            change(icp, tr("Change a weight"), QStringLiteral("weight/") + id);
            return;
        case CriterionAct::Spawn:
            Q_EMIT actionAsked(id);
            return;
        case CriterionAct::Counter:
            openCounter(id, newId());
            return;
        case CriterionAct::Must:
        case CriterionAct::Should:
        case CriterionAct::Nice:
        case CriterionAct::Exclude:
            break;
    }
    const Importance importance = Importance(int(act) - int(CriterionAct::Must));
    if (criterion->importance == importance) return;
    setImportance(icp, id, importance, homeOf(*criterion));
    change(icp, tr("Change a level"));
    reveal(id);
}

void CriteriaList::focusBeside(const QString& id) {
    const QList<CriterionCard*> cards = cardsInOrder();
    const qsizetype place = cards.indexOf(m_cards.value(id));
    if (place + 1 < cards.size())
        cards[place + 1]->setFocus();
    else if (place > 0)
        cards[place - 1]->setFocus();
}

void CriteriaList::add(Section section) {
    Criterion criterion;
    criterion.id = newId();
    criterion.section = section;
    criterion.importance = section == Section::Exclusions ? Importance::Exclude : Importance::Should;
    if (section == Section::KeyChallenge) criterion.importance = Importance::Must;
    openEditor(criterion, true);
}

void CriteriaList::edit(const QString& id) {
    if (const Criterion* criterion = m_icp.find(id)) openEditor(*criterion, false);
}

void CriteriaList::openEditor(const Criterion& criterion, bool isNew, const QString& counter) {
    closeEditor();
    m_editedCounter = counter;
    m_editor = new CriterionEditor(m_dataset, criterion, isNew, this);
    m_editor->setDepartments(m_departments);
    m_editorSection = criterion.section;
    connect(m_editor, &CriterionEditor::previewed, this, [this](const Criterion& shown) {
        Icp icp = m_icp;
        Criterion weighed = shown;
        if (isWeighed(weighed) && weighed.weight <= 0) weighed.weight = startingWeight(weighed.importance);
        putCriterion(icp, weighed);
        Q_EMIT previewed(icp);
    });
    connect(m_editor, &CriterionEditor::changed, this,
            [this](const Criterion& changed) { store(changed, false); });
    connect(m_editor, &CriterionEditor::accepted, this, [this](const Criterion& accepted) {
        if (m_editedCounter.isEmpty())
            store(accepted, true);
        else
            storeCounter(accepted);
    });
    connect(m_editor, &CriterionEditor::closed, this, &CriteriaList::closeEditor);
    rebuild();
    m_editor->focusFirst();
    Q_EMIT needsVisible(m_editor);
}

void CriteriaList::store(const Criterion& criterion, bool isNew) {
    Criterion stored = criterion;
    const Criterion* before = m_icp.find(criterion.id);
    if (!before || before->condition != stored.condition)
        stored.evidence =
            stored.condition ? typedEvidence(*stored.condition, *m_dataset, m_findings) : Evidence();
    const bool joins = isNew || (before && !isWeighed(*before) && stored.weight <= 0);
    if (joins && isWeighed(stored)) stored.weight = startingWeight(stored.importance);
    const Importance importance = stored.importance;
    if (before) stored.importance = before->importance;
    // Words are typed and ends of a range are moved in many small steps.
    const bool typed = before && before->condition == stored.condition && before->importance == importance;
    const bool moved = before && !typed && before->importance == importance && before->condition &&
                       stored.condition && before->condition->attribute == stored.condition->attribute &&
                       stored.condition->op == Condition::Op::Range &&
                       before->condition->op == stored.condition->op;
    const QString field = typed   ? QStringLiteral("words/") + stored.id
                          : moved ? QStringLiteral("range/") + stored.id
                                  : QString();
    Icp icp = m_icp;
    putCriterion(icp, stored);
    setImportance(icp, stored.id, importance, homeOf(stored));
    if (isNew) closeEditor();
    change(icp, isNew ? tr("Add a criterion") : tr("Change a criterion"), field);
    if (isNew) reveal(stored.id);
}

void CriteriaList::closeEditor() {
    if (!m_editor) return;
    const QString id = m_editor->id();
    const bool hadFocus = m_editor->isAncestorOf(focusWidget());
    m_editor->hide();
    m_editor->disconnect(this);
    m_editor->deleteLater();
    m_editor.clear();
    m_editedCounter.clear();
    Q_EMIT previewed(std::nullopt);
    rebuild();
    if (hadFocus) reveal(id);
}

void CriteriaList::reveal(Section section) {
    SectionBox* box = m_sections[std::size_t(section)];
    Q_EMIT needsVisible(box);
    const auto criteria = criteriaOf(m_icp, section);
    if (!criteria.empty()) reveal(m_icp.criteria[criteria.front()].id);
}

void CriteriaList::reveal(const QString& id) {
    if (CriterionCard* card = m_cards.value(id)) {
        card->setFocus();
        Q_EMIT needsVisible(card);
    }
}

QString CriteriaList::current() const {
    if (m_editor && !m_editor->isNew()) return m_editor->id();
    const QWidget* focus = window()->focusWidget();  // kept where the window is not active
    for (const CriterionCard* card : m_cards)
        if (card == focus || card->isAncestorOf(focus)) return card->id();
    return {};
}

void CriteriaList::keyPressEvent(QKeyEvent* event) {
    const int step = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
    const QList<CriterionCard*> cards = cardsInOrder();
    const auto here =
        std::find_if(cards.begin(), cards.end(), [](CriterionCard* card) { return card->hasFocus(); });
    if (step == 0 || here == cards.end()) {
        QWidget::keyPressEvent(event);
        return;
    }
    const qsizetype next = (here - cards.begin()) + step;
    if (next >= 0 && next < cards.size()) cards[next]->setFocus();
}

}  // namespace icp::ui
