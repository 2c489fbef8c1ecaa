#include "ui/stations/blendform.h"

#include "core/base/shown.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"

#include <QComboBox>
#include <QGridLayout>
#include <QSignalBlocker>
#include <QSlider>

#include <algorithm>
#include <cmath>

namespace icp::ui {

namespace {

constexpr double wellKnown = 0.8;
constexpr int step = 5;
constexpr std::array icons{"money", "heart", "grow", "megaphone"};

/// Shares of the sum in whole percent that add up to 100.
std::array<int, 4> percents(const std::array<double, 4>& weights) {
    double sum = 0;
    for (const double weight : weights) sum += weight;
    std::array<int, 4> out{};
    std::array<double, 4> left{};
    int given = 0;
    for (std::size_t i = 0; i < weights.size() && sum > 0; ++i) {
        const double exact = weights[i] / sum * 100;
        out[i] = int(exact);
        left[i] = exact - out[i];
        given += out[i];
    }
    for (; sum > 0 && given < 100; ++given) {
        const auto next = std::max_element(left.begin(), left.end()) - left.begin();
        ++out[std::size_t(next)];
        left[std::size_t(next)] = -1;
    }
    return out;
}

}  // namespace

QString partName(Outcome outcome) {
    switch (outcome) {
        case Outcome::Value:
            return BlendForm::tr("Value");
        case Outcome::Retained:
            return BlendForm::tr("Retention");
        case Outcome::Growth:
            return BlendForm::tr("Growth");
        default:
            return BlendForm::tr("Advocacy");
    }
}

BlendForm::BlendForm(QWidget* parent) : QWidget(parent) {
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(px(12));
    grid->setVerticalSpacing(px(6));
    grid->setColumnStretch(3, 1);
    for (int i = 0; i < int(m_rows.size()); ++i) {
        Row& row = m_rows[std::size_t(i)];
        const QString name = partName(successOutcomes[std::size_t(i)]);
        auto* icon = new QLabel;
        icon->setPixmap(
            ui::icon(QString::fromLatin1(icons[std::size_t(i)]), &Tokens::ink2).pixmap(px(20), px(20)));
        auto* label = new Text(name, int(Type::Body));
        label->setWeight(QFont::Medium);
        row.measure = new QComboBox;
        row.measure->setAccessibleName(tr("%1 is measured by").arg(name));
        row.measure->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        row.measure->setMinimumContentsLength(14);
        row.measure->setFixedWidth(px(186));
        row.measure->setProperty("small", true);
        row.weight = new QSlider(Qt::Horizontal);
        row.weight->setRange(0, 100);
        row.weight->setSingleStep(step);
        row.weight->setPageStep(4 * step);
        row.weight->setTracking(false);
        row.weight->setAccessibleName(tr("Weight of %1").arg(name));
        row.percent = new Text({}, int(Type::Body));
        row.percent->setWeight(QFont::DemiBold);
        row.percent->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        row.percent->setMinimumWidth(px(46));
        row.known = new Text({}, int(Type::Note), Text::Ink::Third);
        row.known->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        row.known->setMinimumWidth(px(96));
        grid->addWidget(icon, i, 0);
        grid->addWidget(label, i, 1);
        grid->addWidget(row.measure, i, 2);
        grid->addWidget(row.weight, i, 3);
        grid->addWidget(row.percent, i, 4);
        grid->addWidget(row.known, i, 5);
        connect(row.measure, &QComboBox::activated, this, &BlendForm::tell);
        connect(row.weight, &QSlider::sliderMoved, this, &BlendForm::showPercents);
        connect(row.weight, &QSlider::valueChanged, this, &BlendForm::tell);
    }
}

void BlendForm::setTight(bool tight) {
    static_cast<QGridLayout*>(layout())->setVerticalSpacing(px(tight ? 2 : 6));
}

void BlendForm::setSuccess(const Success& success) {
    m_success = success;
    for (std::size_t i = 0; i < m_rows.size(); ++i) show(i, success.offers[i]);
    showPercents();
}

void BlendForm::show(std::size_t index, const SuccessOffer& offer) {
    const Row& row = m_rows[index];
    const QSignalBlocker quiet(row.weight);
    const bool answers = !offer.measures.empty() && offer.chosen.answers();
    row.measure->clear();
    for (const Measure& measure : offer.measures) row.measure->addItem(measure.label, measure.key);
    if (offer.measures.empty()) row.measure->addItem(tr("Cannot answer yet"));
    row.measure->setCurrentIndex(std::max(0, row.measure->findData(offer.chosen.measure.key)));
    row.measure->setEnabled(offer.measures.size() > 1);
    row.measure->setToolTip(answers ? row.measure->currentText() : offer.chosen.cannot);
    const auto part = std::find_if(m_success.parts.begin(), m_success.parts.end(),
                                   [&](const BlendPart& p) { return p.outcome == offer.outcome; });
    double sum = 0;
    for (const BlendPart& p : m_success.parts) sum += p.weight;
    const bool in = part != m_success.parts.end();
    if (!row.weight->isSliderDown())
        row.weight->setValue(in && sum > 0 ? int(std::lround(part->weight / sum * 100)) : 0);
    row.weight->setEnabled(answers || in);
    row.weight->setToolTip(answers ? tr("How much it counts; the weights add up to 100%")
                                   : offer.chosen.cannot);
    const double coverage = offer.chosen.coverage();
    row.known->setText(answers ? tr("known %1").arg(percentText(coverage)) : tr("not known"));
    row.known->setToolTip(answers ? tr("Known of %1 of %2 customers")
                                        .arg(countText(offer.chosen.known), countText(offer.chosen.asked))
                                  : offer.chosen.cannot);
    row.known->setInk(answers && coverage < wellKnown ? Text::Ink::Warn : Text::Ink::Third);
}

void BlendForm::showPercents() {
    std::array<double, 4> weights{};
    for (std::size_t i = 0; i < m_rows.size(); ++i) weights[i] = m_rows[i].weight->sliderPosition();
    const std::array<int, 4> shares = percents(weights);
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        m_rows[i].percent->setText(percentText(shares[i] / 100.0));
}

void BlendForm::tell() {
    std::vector<BlendPart> parts;
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        if (m_rows[i].weight->value() > 0)
            parts.push_back({successOutcomes[i], double(m_rows[i].weight->value()),
                             m_rows[i].measure->currentData().toString()});
    if (parts.empty()) {  // something must count
        setSuccess(Success(m_success));
        return;
    }
    showPercents();
    Q_EMIT changed(parts);
}

}  // namespace icp::ui
