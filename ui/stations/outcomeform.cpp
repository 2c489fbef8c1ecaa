#include "ui/stations/outcomeform.h"

#include "core/base/shown.h"
#include "ui/charts/words.h"
#include "ui/document/document.h"
#include "ui/stations/blendform.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QGridLayout>
#include <QRadioButton>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace icp::ui {

namespace {

constexpr int formWidth = 640;
constexpr std::size_t quick = 5000;  // accounts of which the measures are known within a frame
constexpr std::array shownOutcomes{Outcome::Won,    Outcome::Value,    Outcome::Retained,
                                   Outcome::Growth, Outcome::Advocacy, Outcome::Blend};

Text* heading(const QString& text) {
    auto* label = new Text(text, int(Type::Body));
    label->setWeight(QFont::DemiBold);
    return label;
}

/// Deals' dates and amounts say nothing of a study of accounts.
void removeDeals(Study& study) {
    std::erase_if(study.filter, [](const Condition& condition) {
        return condition.attribute.startsWith(QStringLiteral("deal."));
    });
}

}  // namespace

OutcomeForm::OutcomeForm(QWidget* parent)
    : Card(parent),
      m_outcomeGroup(new QButtonGroup(this)),
      m_unitGroup(new QButtonGroup(this)),
      m_unitPart(new QWidget),
      m_unitNote(new Text({}, int(Type::Note), Text::Ink::Second)),
      m_measurePart(new QWidget),
      m_measure(new QComboBox),
      m_measureNote(new Text({}, int(Type::Note), Text::Ink::Third)),
      m_blend(new BlendForm) {
    setWindowFlags(Qt::Popup);
    setAccessibleName(tr("What counts as good"));
    setFixedWidth(px(formWidth));
    body()->setSpacing(px(8));
    buildOutcomes();
    buildUnits();
    auto* measured = new QHBoxLayout(m_measurePart);
    measured->setContentsMargins(0, px(4), 0, 0);
    measured->setSpacing(px(10));
    measured->addWidget(new Text(tr("Measured by"), int(Type::Table), Text::Ink::Second));
    m_measure->setAccessibleName(tr("Measured by"));
    m_measure->setMinimumWidth(px(240));
    measured->addWidget(m_measure);
    measured->addWidget(m_measureNote, 1);
    body()->addWidget(m_measurePart);
    body()->addWidget(m_blend);
    connect(m_measure, &QComboBox::activated, this, [this](int index) {
        Study study = m_document->study();
        study.measure = m_measure->itemData(index).toString();
        choose(study);
    });
    connect(m_blend, &BlendForm::changed, this, [this](const std::vector<BlendPart>& parts) {
        Study study = m_document->study();
        study.blend = parts;
        choose(study);
    });
}

void OutcomeForm::buildOutcomes() {
    body()->addWidget(heading(tr("What counts as good")));
    auto* grid = new QGridLayout;
    grid->setVerticalSpacing(px(4));
    grid->setHorizontalSpacing(px(16));
    for (std::size_t i = 0; i < shownOutcomes.size(); ++i) {
        Study study;
        study.outcome = shownOutcomes[i];
        study.unit = study.outcome == Outcome::Won ? Unit::Deal : Unit::Account;
        auto* button = new QRadioButton(Words(study).outcome());
        m_outcomes[i] = button;
        m_outcomeGroup->addButton(button, int(i));
        grid->addWidget(button, int(i) / 3, int(i) % 3);
    }
    body()->addLayout(grid);
    connect(m_outcomeGroup, &QButtonGroup::idClicked, this,
            [this](int id) { chooseOutcome(shownOutcomes[std::size_t(id)]); });
}

void OutcomeForm::buildUnits() {
    auto* column = new QVBoxLayout(m_unitPart);
    column->setContentsMargins(0, px(6), 0, 0);
    column->setSpacing(px(4));
    column->addWidget(heading(tr("What is counted")));
    auto* row = new QHBoxLayout;
    row->setSpacing(px(16));
    for (std::size_t i = 0; i < m_units.size(); ++i) {
        Study study;
        study.unit = Unit(int(i));
        m_units[i] =
            new QRadioButton(i == 0 ? Words(study).unit() : tr("First new-business deal per account"));
        m_unitGroup->addButton(m_units[i], int(i));
        row->addWidget(m_units[i]);
    }
    row->addStretch(1);
    column->addLayout(row);
    m_unitNote->setWordWrap(true);
    column->addWidget(m_unitNote);
    body()->addWidget(m_unitPart);
    connect(m_unitGroup, &QButtonGroup::idClicked, this, [this](int id) { chooseUnit(Unit(id)); });
}

void OutcomeForm::open(Document* document, const QWidget* below) {
    if (m_document != nullptr) m_document->disconnect(this);
    m_document = document;
    // Undo and another page change it too.
    connect(document, &Document::studyChanged, this, &OutcomeForm::ask);
    connect(document, &Document::findingsChanged, this, &OutcomeForm::showStudy);
    ask();
    adjustSize();
    QPoint place = below->mapToGlobal(QPoint(0, below->height() + px(4)));
    const QRect room = below->screen()->availableGeometry();
    place.setX(std::max(room.left(), std::min(place.x(), room.right() - width())));
    move(place);
    show();
    for (QRadioButton* button : m_outcomes)
        if (button->isChecked()) button->setFocus(Qt::PopupFocusReason);
}

void OutcomeForm::ask() {
    const auto dataset = m_document->sharedDataset();
    const auto& states = dataset->dealState;
    m_dealsClosed =
        std::any_of(states.begin(), states.end(), [](DealState state) { return state != DealState::Open; });
    const std::vector<SuccessPart> blend = m_document->workshop().settings.blend;
    if (dataset->accounts.rows() <= quick) {
        m_success = successOf(*dataset, blend);
        showStudy();
        return;
    }
    showStudy();
    m_asking.start([this, dataset, blend](const Job&, const Background::Deliver& deliver) {
        const auto success = std::make_shared<const Success>(successOf(*dataset, blend));
        deliver([this, success] {
            m_success = *success;
            showStudy();
        });
    });
}

const SuccessOffer* OutcomeForm::offer(Outcome outcome) const {
    const auto found = std::find_if(m_success.offers.begin(), m_success.offers.end(),
                                    [&](const SuccessOffer& one) { return one.outcome == outcome; });
    return found != m_success.offers.end() ? &*found : nullptr;
}

QString OutcomeForm::cannot(Outcome outcome) const {
    if (outcome == Outcome::Won) return m_dealsClosed ? QString() : tr("No deal is closed yet.");
    if (outcome == Outcome::Blend) return m_success.parts.empty() ? m_success.scores.cannot : QString();
    const SuccessOffer* one = offer(outcome);
    return one->measures.empty() ? one->chosen.cannot : QString();
}

void OutcomeForm::showStudy() {
    if (!isVisible() && sender() != nullptr && sender() == m_document) return;
    const Study& study = m_document->study();
    for (std::size_t i = 0; i < shownOutcomes.size(); ++i) {
        const QString why = cannot(shownOutcomes[i]);
        m_outcomes[i]->setEnabled(why.isEmpty() || study.outcome == shownOutcomes[i]);
        m_outcomes[i]->setToolTip(why.isEmpty() ? QString() : tr("Cannot answer yet. %1").arg(why));
        m_outcomes[i]->setChecked(study.outcome == shownOutcomes[i]);
    }
    const bool deals = study.unit != Unit::Account;
    m_unitPart->setVisible(deals);
    if (deals) m_units[std::size_t(study.unit)]->setChecked(true);
    QString note;
    for (const Warning& warning : m_document->findings().warnings)
        if (warning.code == u"renewals" || warning.code == u"renewals-apart") note = warning.text;
    m_unitNote->setText(note);
    m_unitNote->setInk(study.unit == Unit::Deal ? Text::Ink::Warn : Text::Ink::Second);
    m_unitNote->setVisible(!note.isEmpty());
    const SuccessOffer* one = offer(study.outcome);
    m_measurePart->setVisible(one != nullptr && !one->measures.empty());
    m_measure->clear();
    if (one != nullptr) {
        for (const Measure& measure : one->measures) m_measure->addItem(measure.label, measure.key);
        m_measure->setCurrentIndex(std::max(0, m_measure->findData(study.measure)));
        m_measure->setEnabled(m_measure->count() > 1);
        m_measureNote->setText(m_document->findings().study.outcome == study.outcome &&
                                       !m_document->analysing()
                                   ? Words(study).scope(m_document->findings().base)
                                   : QString());
    }
    m_blend->setVisible(study.outcome == Outcome::Blend);
    if (m_blend->isVisibleTo(this)) m_blend->setSuccess(m_success);
    adjustSize();
}

void OutcomeForm::chooseOutcome(Outcome outcome) {
    Study study = m_document->study();
    const bool deals = outcome == Outcome::Won;
    if (deals && study.unit == Unit::Account) study.unit = Unit::Deal;
    if (!deals) {
        study.unit = Unit::Account;
        removeDeals(study);
    }
    study.outcome = outcome;
    study.measure.clear();
    choose(study);
}

void OutcomeForm::chooseUnit(Unit unit) {
    Study study = m_document->study();
    study.unit = unit;
    choose(study);
}

void OutcomeForm::choose(const Study& study) { m_document->setStudy(study); }

}  // namespace icp::ui
