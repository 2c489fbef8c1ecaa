#include "ui/stations/patterns/patternsstation.h"

#include "core/base/shown.h"
#include "ui/charts/winratechart.h"
#include "ui/charts/words.h"
#include "ui/document/document.h"
#include "ui/models/attributelist.h"
#include "ui/models/contrast.h"
#include "ui/stations/accountspanel.h"
#include "ui/stations/adopt.h"
#include "ui/stations/filterrow.h"
#include "ui/stations/patterns/attributecard.h"
#include "ui/stations/patterns/chartcard.h"
#include "ui/stations/patterns/comparecard.h"
#include "ui/stations/patterns/findingspanel.h"
#include "ui/stations/patterns/marketcard.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/columns.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/messagebar.h"

#include <QKeyEvent>
#include <QListView>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace icp::ui {

namespace {
constexpr int listWidth = 296;
constexpr int sideWidth = 304;
constexpr int narrower = 20;  // side columns of small windows

}  // namespace

PatternsStation::PatternsStation(QWidget* parent)
    : FindingsStation(
          Id::Patterns, tr("Patterns"), tr("What sets your best customers and your wins apart?"),
          new EmptyState(QStringLiteral("patterns"), tr("No patterns yet"),
                         tr("Patterns compare your won and lost deals. Import accounts and deals first.")),
          parent),
      m_columns(new Columns(QStringLiteral("patterns"))),
      m_attributes(new AttributeCard),
      m_charts(new ChartCard),
      m_side(new QStackedWidget),
      m_findings(new FindingsPanel),
      m_accounts(new AccountsPanel),
      m_compare(new CompareCard),
      m_market(new MarketCard),
      m_lens(new SegmentedSwitch({tr("Won"), tr("Tried"), tr("Market")})) {
    build();
    connectCards();
    addKey(tr("Add to ICP"), Qt::Key_A, [this] { add(); });
    addKey(tr("Exclude"), Qt::Key_X, [this] { excludeHere(); });
    addKey(tr("Claim what the chosen bar shows"), Qt::Key_K, [this] { claimHere(); });
    addKey(tr("Next lens: won, tried, market"), Qt::Key_L,
           [this] { m_lens->setCurrent((m_lens->current() + 1) % 3); });
    addKey(tr("Copy chart"), Qt::Key_C, [this] { m_charts->copy(); });
    nameKeys(tr("Choose an attribute"), {Qt::Key_Up, Qt::Key_Down});
    nameKeys(tr("Only what is in this bar"), {Qt::Key_Return});
    nameKeys(tr("Compare with this bar"), {QKeySequence(Qt::CTRL | Qt::Key_Return)});
    nameKeys(tr("Close what is beside the charts, and see all again"), {Qt::Key_Escape});
}

void PatternsStation::connectCards() {
    connect(m_lens, &SegmentedSwitch::currentChanged, this, &PatternsStation::setLens);
    connect(m_attributes, &AttributeCard::currentChanged, this, &PatternsStation::showAttribute);
    connect(m_charts, &ChartCard::levelClicked, this, &PatternsStation::chooseLevel);
    connect(m_charts, &ChartCard::levelCompared, this, &PatternsStation::compareLevel);
    connect(m_charts, &ChartCard::marketRequested, this, &PatternsStation::askMarket);
    connect(m_charts, &ChartCard::copied, this, [this](const QString& what) {
        messages()->showMessage(MessageBar::Kind::Ok, tr("Copied: %1.").arg(what));
    });
    connect(m_findings, &FindingsPanel::addRequested, this, [this](const std::vector<Level>& levels) {
        if (const AttributeProfile* attribute = shown())
            addToIcp(*document(), *messages(), *attribute, levels);
    });
    connect(m_findings, &FindingsPanel::attributeRequested, m_attributes, &AttributeCard::select);
    connect(m_findings, &FindingsPanel::excludeRequested, this,
            [this](const Exclusion& exclusion) { ui::exclude(*document(), *messages(), exclusion); });
    connect(m_findings, &FindingsPanel::excludeLevelsRequested, this,
            [this](const std::vector<Level>& levels) {
                if (const AttributeProfile* attribute = shown())
                    ui::exclude(*document(), *messages(), *attribute, levels);
            });
    connect(m_accounts, &AccountsPanel::addRequested, this, &PatternsStation::add);
    connect(m_accounts, &AccountsPanel::excludeRequested, this, &PatternsStation::excludeHere);
    connect(m_accounts, &AccountsPanel::claimRequested, this, &PatternsStation::claimHere);
    connect(m_accounts, &AccountsPanel::closed, this, [this] {
        closeAccounts();
        filter()->clear();
    });
    connect(m_compare, &CompareCard::closed, this, [this] { closeSide(m_compare); });
    connect(m_market, &MarketCard::closed, this, [this] { closeSide(m_market); });
    connect(m_market, &MarketCard::kept, this, [this](const MarketMix& mix) {
        if (document()->setMarket(mix)) closeSide(m_market);
    });
    connect(m_market, &MarketCard::removed, this, [this](const QString& id) {
        if (document()->removeMarket(id)) closeSide(m_market);
    });
}

void PatternsStation::build() {
    m_lens->setObjectName(QStringLiteral("lens"));
    m_lens->setToolTip(tr("Next lens (L)"));
    addTool(m_lens);
    QPushButton* again = secondaryButton(tr("Run again"), QStringLiteral("refresh"));
    again->setToolTip(tr("Look for patterns again (F5)"));
    connect(again, &QPushButton::clicked, this, [this] {
        if (document() != nullptr) document()->analyse();
    });
    addTool(again);
    QPushButton* next = nextButton(tr("Segments"));
    next->setToolTip(tr("Go on to Segments"));
    connect(next, &QPushButton::clicked, this, [this] { Q_EMIT goTo(Id::Segments); });
    addTool(next);

    for (QWidget* side : {static_cast<QWidget*>(m_findings), static_cast<QWidget*>(m_accounts),
                          static_cast<QWidget*>(m_compare), static_cast<QWidget*>(m_market)})
        m_side->addWidget(side);
    m_columns->addWidget(m_attributes);
    m_columns->addWidget(m_charts);
    m_columns->addWidget(m_side);
    rows()->addWidget(m_columns, 1);
}

void PatternsStation::setDocument(Document* document) {
    m_toldMode = false;
    m_narrowing.forget();
    FindingsStation::setDocument(document);
}

void PatternsStation::reveal(const QString& what) {
    m_attributes->select(what);
    m_attributes->view()->setFocus();
}

QVariant PatternsStation::bookmark() const {
    const AttributeProfile* attribute = m_attributes->current();
    return attribute != nullptr ? QVariantList{attribute->name, m_level, m_lens->current()} : QVariantList();
}

void PatternsStation::restore(const QVariant& bookmark) {
    const QVariantList parts = bookmark.toList();
    if (parts.size() != 3) return;
    m_lens->setCurrent(parts[2].toInt());
    m_attributes->select(parts[0].toString());
    const AttributeProfile* attribute = shown();
    const int level = parts[1].toInt();
    if (attribute == nullptr || attribute->name != parts[0].toString()) return;
    if (level >= 0 && level < int(attribute->levels.size())) showAccounts(level);
}

void PatternsStation::showDataset() {
    m_narrowing.forget();
    closeAccounts();
}

void PatternsStation::showFacts() { closeAccounts(); }

void PatternsStation::showFindings(Stage stage) {
    const Findings& findings = document()->findings();
    QStringList kept;
    for (const Condition& condition : chosenConditions(findings.study)) kept << condition.attribute;
    m_attributes->model()->setKept(kept);
    m_attributes->setFindings(findings, stage != Stage::Base || !document()->analysing());
    showMode();
}

void PatternsStation::setLens(int lens) {
    m_charts->setLens(Lens(lens));
    m_findings->setLens(Lens(lens));
    showAttribute();
}

void PatternsStation::showMode() {
    const Findings& findings = document()->findings();
    const bool thin = findings.mode != Mode::Full && findings.base.n > 0;
    if (thin) {
        const Words words(findings.study);
        const qint64 others = findings.base.n - findings.base.positives;
        messages()->showMessage(
            MessageBar::Kind::Warning,
            tr("Direction only: %1, %2. At least %3 of each are needed. Charts show dots without ranking. "
               "Your ICP is marked as a hypothesis.")
                .arg(words.positives(findings.base.positives), words.negatives(others))
                .arg(findings.study.minWon));
    } else if (m_toldMode) {
        messages()->clear();
    }
    m_toldMode = thin;
}

const Findings& PatternsStation::shownFindings() const {
    const Findings& now = m_attributes->model()->findings();
    const AttributeProfile* attribute = m_attributes->current();
    return attribute != nullptr ? m_narrowing.of(attribute->name, now) : now;
}

const AttributeProfile* PatternsStation::shown() const {
    const AttributeProfile* attribute = m_attributes->current();
    return attribute != nullptr ? shownFindings().find(attribute->name) : nullptr;
}

void PatternsStation::showAttribute() {
    if (document() == nullptr) return;
    const AttributeProfile* attribute = shown();
    m_charts->setVisible(attribute != nullptr);
    const bool stays = attribute != nullptr && m_level >= 0 && attribute->name == m_levelOf &&
                       narrowedBy(document()->study(), m_levelOf);
    if (!stays) closeAccounts();
    if (m_side->currentWidget() != m_accounts) m_side->setCurrentWidget(m_findings);
    if (attribute == nullptr) {
        m_findings->clear();
        return;
    }
    const Findings& findings = shownFindings();
    m_charts->setFindings(findings);
    m_charts->showAttribute(*attribute, findings);
    m_charts->mark(-1);
    for (int i = 0; i < int(attribute->levels.size()); ++i) {
        const auto chosen = chosenConditions(document()->study());
        const Condition& here = attribute->levels[std::size_t(i)].condition;
        if (std::find(chosen.begin(), chosen.end(), here) != chosen.end()) m_charts->mark(i);
    }
    m_findings->showAttribute(*attribute, findings, document()->dataset());
}

void PatternsStation::chooseLevel(int level) {
    const AttributeProfile* attribute = shown();
    if (attribute == nullptr) return;
    const Condition chosen = attribute->levels[std::size_t(level)].condition;
    m_narrowing.remember(attribute->name, shownFindings());
    const Study study = toggled(document()->study(), chosen);
    if (narrowedBy(study, attribute->name))
        showAccounts(level);
    else
        closeAccounts();
    m_charts->mark(m_level);
    document()->setStudy(study);
}

void PatternsStation::compareLevel(int level) {
    const AttributeProfile* attribute = shown();
    if (attribute == nullptr) return;
    if (m_level < 0 || m_level == level) return chooseLevel(level);
    const Findings& findings = shownFindings();
    m_compare->compare(*attribute, attribute->levels[std::size_t(m_level)],
                       attribute->levels[std::size_t(level)], findings, sharedMaximum(findings));
    m_side->setCurrentWidget(m_compare);
    m_compare->setFocus(Qt::OtherFocusReason);
}

void PatternsStation::askMarket() {
    const AttributeProfile* attribute = shown();
    if (attribute == nullptr) return;
    m_side->setCurrentWidget(m_market);
    const auto& markets = document()->workshop().markets;
    const auto known = std::find_if(markets.begin(), markets.end(), [&](const MarketMix& market) {
        return market.attribute == attribute->name;
    });
    m_market->ask(*attribute, known != markets.end() ? &*known : nullptr);
}

void PatternsStation::showAccounts(int level) {
    const AttributeProfile* attribute = shown();
    if (attribute == nullptr) return;
    const Findings& findings = shownFindings();
    const Level& chosen = attribute->levels[std::size_t(level)];
    const Words words(findings.study);
    const Bitmap units = unitsMeeting(document()->dataset(), findings, {chosen.condition});
    QString summary = words.ratio(chosen.rate) + QStringLiteral(", ");
    summary += chosen.status == LevelStatus::Untested ? tr("untested") : words.range(chosen.rate);
    m_accounts->showAccounts(tr("%1: %2").arg(attribute->label, chosen.label), summary, document()->facts(),
                             accountsOf(document()->dataset(), findings.study.unit, units));
    m_accounts->setActionsOff(chosen.unknown ? tr("“Unknown” is not something to look for")
                              : attribute->entity == Entity::Deal ? dealsCannotBeMet()
                                                                  : QString());
    m_level = level;
    m_levelOf = attribute->name;
    m_side->setCurrentWidget(m_accounts);
    m_accounts->focusList();
}

/// Back to the accounts of the chosen level, or to the findings.
void PatternsStation::closeSide(QWidget* beside) {
    if (m_side->currentWidget() != beside) return;
    m_side->setCurrentWidget(m_level >= 0 ? static_cast<QWidget*>(m_accounts) : m_findings);
    m_charts->lower()->setFocus(Qt::OtherFocusReason);
}

void PatternsStation::closeAccounts() {
    const bool open = m_side->currentWidget() == m_accounts;
    const bool hadFocus = open && m_accounts->isAncestorOf(window()->focusWidget());
    m_level = -1;
    if (open) m_side->setCurrentWidget(m_findings);
    if (hadFocus) m_charts->lower()->setFocus(Qt::OtherFocusReason);
}

void PatternsStation::add() {
    const AttributeProfile* attribute = shown();
    if (attribute == nullptr || !attribute->leak.isEmpty()) return;
    const Findings& findings = shownFindings();
    if (m_level >= 0) {
        const Level level = attribute->levels[std::size_t(m_level)];
        if (level.unknown) return;
        const bool below = level.status != LevelStatus::Untested && level.rate.high < findings.base.rate;
        if (below && attribute->entity != Entity::Deal) return askWhetherBelow(*attribute, level, findings);
        addToIcp(*document(), *messages(), *attribute, {level});
        return;
    }
    const auto contrast = contrastOf(*attribute, findings.base);
    if (findings.mode == Mode::Full && attribute->isDriver() && contrast && contrast->clear()) {
        addToIcp(*document(), *messages(), *attribute, contrast->levels);
        return;
    }
    messages()->showMessage(MessageBar::Kind::Info,
                            tr("Nothing here clearly does better. Choose a bar to add it all the same."));
}

/// To ask for what clearly does worse is seldom meant: the other way is offered first.
void PatternsStation::askWhetherBelow(const AttributeProfile& attribute, const Level& level,
                                      const Findings& findings) {
    messages()->showMessage(
        MessageBar::Kind::Warning,
        tr("“%1” lies clearly below average: %2 against %3. As a criterion it would ask for just these.")
            .arg(level.label, percentText(level.rate.rate), percentText(findings.base.rate)));
    messages()->addAction(tr("Exclude it"), [this, attribute, level] {
        ui::exclude(*document(), *messages(), attribute, {level});
    });
    messages()->addAction(tr("Add it all the same"), [this, attribute, level] {
        addToIcp(*document(), *messages(), attribute, {level});
    });
}

void PatternsStation::excludeHere() {
    const AttributeProfile* attribute = shown();
    if (attribute == nullptr || !attribute->leak.isEmpty()) return;
    const Findings& findings = shownFindings();
    if (m_level >= 0) {
        const Level& level = attribute->levels[std::size_t(m_level)];
        if (!level.unknown) ui::exclude(*document(), *messages(), *attribute, {level});
        return;
    }
    for (const Exclusion& exclusion : findings.exclusions) {
        if (exclusion.condition.attribute == attribute->name)
            return ui::exclude(*document(), *messages(), exclusion);
    }
    const auto below = levelsBelow(*attribute, findings.base);
    if (findings.mode == Mode::Full && attribute->isDriver() && !below.empty())
        return ui::exclude(*document(), *messages(), *attribute, below);
    messages()->showMessage(
        MessageBar::Kind::Info,
        tr("Nothing here is clearly below average. Choose a bar to exclude it all the same."));
}

void PatternsStation::claimHere() {
    const AttributeProfile* attribute = shown();
    if (attribute == nullptr || m_level < 0) {
        messages()->showMessage(MessageBar::Kind::Info, tr("Choose a bar first: a claim is about somebody."));
        return;
    }
    const Condition chosen = attribute->levels[std::size_t(m_level)].condition;
    closeAccounts();
    Q_EMIT show(Id::Validate, claimThis(*document(), {chosen}));
}

void PatternsStation::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down) {
        m_attributes->step(event->key() == Qt::Key_Down ? 1 : -1);
        return;
    }
    if (event->key() == Qt::Key_Escape) {
        const bool open = m_level >= 0;
        closeAccounts();
        if (filter()->clear() || open) return;
    }
    Station::keyPressEvent(event);
}

void PatternsStation::resizeEvent(QResizeEvent* event) {
    Station::resizeEvent(event);
    sizeColumns();
}

void PatternsStation::sizeColumns() {
    const bool roomy = isRoomy();
    m_columns->setHandleWidth(px(roomy ? 16 : 12));
    m_columns->setWidths({listWidth - (roomy ? 0 : narrower), 0, sideWidth - (roomy ? 0 : narrower / 2)});
}

}  // namespace icp::ui
