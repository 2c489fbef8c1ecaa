#include "ui/shell/rulesdialog.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QSpinBox>

#include <cmath>

namespace icp::ui {

namespace {

QSpinBox* number(const char* name, int least, int most, const QString& suffix) {
    auto* box = new QSpinBox;
    box->setObjectName(QLatin1StringView(name));
    box->setRange(least, most);
    box->setSuffix(suffix);
    box->setFixedWidth(px(190));
    return box;
}

}  // namespace

RulesDialog::RulesDialog(const Settings& settings, QWidget* parent)
    : QDialog(parent),
      m_settings(settings),
      m_review(number("reviewDays", 1, 3650, tr(" days"))),
      m_broad(number("broadShare", 5, 99, tr(" % of customers"))),
      m_narrow(number("fewWins", 1, 100'000, tr(" won deals"))) {
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("rulesDialog"));
    setWindowTitle(tr("Rules of this workshop"));
    setMinimumWidth(px(540));
    auto* usual = linkButton(tr("Usual ones"));
    QPushButton* cancel = secondaryButton(tr("Cancel"));
    QPushButton* keep = primaryButton(tr("Use these"));
    keep->setObjectName(QStringLiteral("keepRules"));
    keep->setDefault(true);

    auto* form = new QFormLayout;
    form->setHorizontalSpacing(px(16));
    form->setVerticalSpacing(px(10));
    form->addRow(tr("Look at an agreed profile again after"), m_review);
    form->addRow(tr("A profile is too broad above"), m_broad);
    form->addRow(tr("A profile is too narrow below"), m_narrow);
    auto* actions = new QHBoxLayout;
    actions->addWidget(usual);
    actions->addStretch(1);
    actions->addWidget(cancel);
    actions->addWidget(keep);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(20), px(18), px(20), px(18));
    column->setSpacing(px(14));
    column->addLayout(form);
    auto* note = new Text(
        tr("Versions that are agreed keep their day of review. Where no deal is won, customers inside "
           "count in the place of won deals."),
        int(Type::Note), Text::Ink::Second);
    note->setWordWrap(true);
    column->addWidget(note);
    column->addLayout(actions);

    fill(settings.reviewDays, settings.bands);
    connect(usual, &QPushButton::clicked, this, [this] { fill(usualReviewDays, {}); });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(keep, &QPushButton::clicked, this, [this] {
        Q_EMIT chosen(this->settings());
        accept();
    });
}

void RulesDialog::fill(int reviewDays, const NarrownessBands& bands) {
    m_review->setValue(reviewDays);
    m_broad->setValue(int(std::lround(bands.broadShare * 100)));
    m_narrow->setValue(int(bands.fewWins));
}

Settings RulesDialog::settings() const {
    Settings result = m_settings;
    result.reviewDays = m_review->value();
    result.bands = {m_broad->value() / 100.0, m_narrow->value()};
    return result;
}

}  // namespace icp::ui
