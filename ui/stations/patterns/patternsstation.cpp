#include "ui/stations/patterns/patternsstation.h"

#include "ui/charts/winratechart.h"
#include "ui/charts/words.h"
#include "ui/document/document.h"
#include "ui/models/attributelist.h"
#include "ui/models/contrast.h"
#include "ui/stations/accountspanel.h"
#include "ui/stations/adopt.h"
#include "ui/stations/patterns/attributecard.h"
#include "ui/stations/patterns/chartcard.h"
#include "ui/stations/patterns/findingspanel.h"
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
constexpr int roomyWindow = 1360;

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
      m_accounts(new AccountsPanel) {
    build();
    connect(m_attributes, &AttributeCard::currentChanged, this, &PatternsStation::showAttribute);
    connect(m_charts, &ChartCard::levelClicked, this, &PatternsStation::showAccounts);
    connect(m_charts, &ChartCard::copied, this, [this](const QString& what) {
        messages()->showMessage(MessageBar::Kind::Ok, tr("Copied as picture and table: %1.").arg(what));
    });
    connect(m_findings, &FindingsPanel::addRequested, this, [this](const std::vector<Level>& levels) {
        if (const AttributeProfile* attribute = m_attributes->current())
            addToIcp(*document(), *messages(), *attribute, levels);
    });
    connect(m_findings, &FindingsPanel::attributeRequested, m_attributes, &AttributeCard::select);
    connect(m_findings, &FindingsPanel::excludeRequested, this,
            [this](const Exclusion& exclusion) { ui::exclude(*document(), *messages(), exclusion); });
    connect(m_findings, &FindingsPanel::excludeLevelsRequested, this,
            [this](const std::vector<Level>& levels) {
                if (const AttributeProfile* attribute = m_attributes->current())
                    ui::exclude(*document(), *messages(), *attribute, levels);
            });
    connect(m_accounts, &AccountsPanel::addRequested, this, &PatternsStation::add);
    connect(m_accounts, &AccountsPanel::excludeRequested, this, &PatternsStation::excludeHere);
    connect(m_accounts, &AccountsPanel::closed, this, &PatternsStation::closeAccounts);

    addKey(tr("Add to ICP"), Qt::Key_A, [this] { add(); });
    addKey(tr("Exclude"), Qt::Key_X, [this] { excludeHere(); });
    addKey(tr("Copy chart"), Qt::Key_C, [this] { m_charts->copy(); });
    nameKeys(tr("Choose an attribute"), {Qt::Key_Up, Qt::Key_Down});
    nameKeys(tr("Close the list of companies"), {Qt::Key_Escape});
}

void PatternsStation::build() {
    QPushButton* again = secondaryButton(tr("Run again"), QStringLiteral("refresh"));
    again->setToolTip(tr("Look for patterns again (F5)"));
    connect(again, &QPushButton::clicked, this, [this] {
        if (document() != nullptr) document()->analyse();
    });
    addTool(again);
    QPushButton* next = primaryButton(tr("Segments"), QStringLiteral("right"));
    next->setLayoutDirection(Qt::RightToLeft);
    next->setToolTip(tr("Go on to Segments"));
    connect(next, &QPushButton::clicked, this, [this] { Q_EMIT goTo(Id::Segments); });
    addTool(next);

    m_side->addWidget(m_findings);
    m_side->addWidget(m_accounts);
    m_columns->addWidget(m_attributes);
    m_columns->addWidget(m_charts);
    m_columns->addWidget(m_side);
    rows()->addWidget(m_columns, 1);
}

void PatternsStation::setDocument(Document* document) {
    m_toldMode = false;
    FindingsStation::setDocument(document);
}

void PatternsStation::reveal(const QString& what) {
    m_attributes->select(what);
    m_attributes->view()->setFocus();
}

QVariant PatternsStation::bookmark() const {
    const AttributeProfile* attribute = m_attributes->current();
    return attribute != nullptr ? QVariantList{attribute->name, m_level} : QVariantList();
}

void PatternsStation::restore(const QVariant& bookmark) {
    const QVariantList parts = bookmark.toList();
    if (parts.size() != 2) return;
    m_attributes->select(parts[0].toString());
    const AttributeProfile* attribute = m_attributes->current();
    const int level = parts[1].toInt();
    if (attribute == nullptr || attribute->name != parts[0].toString()) return;
    if (level >= 0 && level < int(attribute->levels.size())) showAccounts(level);
}

void PatternsStation::showDataset() { closeAccounts(); }

void PatternsStation::showFacts() { closeAccounts(); }

void PatternsStation::showFindings(Stage stage) {
    const Findings& findings = document()->findings();
    m_charts->setFindings(findings);
    m_attributes->setFindings(findings, stage != Stage::Base || !document()->analysing());
    showMode();
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

void PatternsStation::showAttribute() {
    if (document() == nullptr) return;
    const AttributeProfile* attribute = m_attributes->current();
    m_charts->setVisible(attribute != nullptr);
    closeAccounts();
    if (attribute == nullptr) {
        m_findings->clear();
        return;
    }
    const Findings& findings = m_attributes->model()->findings();
    m_charts->showAttribute(*attribute, findings);
    m_findings->showAttribute(*attribute, findings);
}

void PatternsStation::showAccounts(int level) {
    const AttributeProfile* attribute = m_attributes->current();
    if (attribute == nullptr) return;
    const Findings& findings = m_attributes->model()->findings();
    const Level& chosen = attribute->levels[std::size_t(level)];
    const Words words(findings.study);
    const Bitmap units = unitsMeeting(document()->dataset(), findings, {chosen.condition});
    QString summary = words.ratio(chosen.rate) + QStringLiteral(", ");
    summary += chosen.status == LevelStatus::Untested ? tr("untested") : words.range(chosen.rate);
    m_accounts->showAccounts(tr("%1: %2").arg(attribute->label, chosen.label), summary, document()->facts(),
                             accountsOf(document()->dataset(), findings.study.unit, units));
    m_accounts->setActionsOff(chosen.unknown ? tr("“Unknown” is not something to look for") : QString());
    m_level = level;
    m_side->setCurrentWidget(m_accounts);
    m_accounts->focusList();
}

void PatternsStation::closeAccounts() {
    const bool open = m_side->currentWidget() == m_accounts;
    const bool hadFocus = open && m_accounts->isAncestorOf(window()->focusWidget());
    m_level = -1;
    m_side->setCurrentWidget(m_findings);
    if (hadFocus) m_charts->rates()->setFocus(Qt::OtherFocusReason);
}

void PatternsStation::add() {
    const AttributeProfile* attribute = m_attributes->current();
    if (attribute == nullptr || !attribute->leak.isEmpty()) return;
    const Findings& findings = m_attributes->model()->findings();
    if (m_level >= 0) {
        const Level& level = attribute->levels[std::size_t(m_level)];
        if (!level.unknown) addToIcp(*document(), *messages(), *attribute, {level});
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

void PatternsStation::excludeHere() {
    const AttributeProfile* attribute = m_attributes->current();
    if (attribute == nullptr || !attribute->leak.isEmpty()) return;
    const Findings& findings = m_attributes->model()->findings();
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

void PatternsStation::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down) {
        m_attributes->step(event->key() == Qt::Key_Down ? 1 : -1);
        return;
    }
    if (event->key() == Qt::Key_Escape && m_level >= 0) return closeAccounts();
    Station::keyPressEvent(event);
}

void PatternsStation::resizeEvent(QResizeEvent* event) {
    Station::resizeEvent(event);
    sizeColumns();
}

void PatternsStation::sizeColumns() {
    const bool roomy = window()->width() >= px(roomyWindow);
    m_columns->setHandleWidth(px(roomy ? 16 : 12));
    m_columns->setWidths({listWidth - (roomy ? 0 : narrower), 0, sideWidth - (roomy ? 0 : narrower / 2)});
}

}  // namespace icp::ui
