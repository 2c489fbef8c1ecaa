#include "ui/stations/validate/claimcard.h"

#include "ui/stations/methodfold.h"
#include "ui/stations/validate/verdictbadge.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/raterow.h"
#include "ui/widgets/wraptext.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <cmath>

namespace icp::ui {

namespace {

RateRow* rateRow(const QString& name, bool inside, const Estimate& rate, qint64 n) {
    auto* row = new RateRow(name, inside);
    row->setRate(std::llround(rate.value * double(n)), n, rate.value, rate.interval.low, rate.interval.high);
    return row;
}

}  // namespace

ClaimCard::ClaimCard(QWidget* parent)
    : Card(parent),
      m_badge(new Badge),
      m_statement(new WrapText(Type::Finding, QFont::DemiBold)),
      m_who(new WrapText(Type::Note)),
      m_facts(new QWidget),
      m_rows(new QVBoxLayout(m_facts)),
      m_numbers(new WrapText(Type::Table)),
      m_range(new Text({}, int(Type::Table), Text::Ink::Second)),
      m_method(new MethodFold),
      m_inside(secondaryButton(tr("Look inside"), QStringLiteral("filter"))) {
    body()->setSpacing(px(8));
    body()->addWidget(m_badge, 0, Qt::AlignLeft);
    body()->addWidget(m_statement);
    m_who->setInk(&Tokens::ink3);
    body()->addWidget(m_who);
    m_rows->setContentsMargins(0, px(4), 0, px(4));
    m_rows->setSpacing(px(6));
    body()->addWidget(m_facts);
    body()->addWidget(m_numbers);
    m_range->setWordWrap(true);
    body()->addWidget(m_range);
    body()->addWidget(m_method);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(px(8));
    QPushButton* edit = secondaryButton(tr("Edit"), QStringLiteral("edit"));
    edit->setToolTip(tr("Edit the claim (Enter)"));
    QPushButton* remove = linkButton(tr("Remove"));
    remove->setToolTip(tr("Remove the claim (Del)"));
    m_inside->setToolTip(tr("Look at the patterns among those it speaks of (I)"));
    for (QPushButton* button : {edit, m_inside, remove}) button->setProperty("small", true);
    buttons->addWidget(edit);
    buttons->addWidget(m_inside);
    buttons->addStretch(1);
    body()->addLayout(buttons);
    body()->addWidget(remove, 0, Qt::AlignLeft);
    body()->addStretch(1);
    connect(edit, &QPushButton::clicked, this, &ClaimCard::editRequested);
    connect(remove, &QPushButton::clicked, this, &ClaimCard::removeRequested);
    connect(m_inside, &QPushButton::clicked, this, &ClaimCard::insideRequested);
}

void ClaimCard::show(const CheckedWords& words) {
    const ClaimCheck& check = words.check;
    const Claim& claim = words.claim;
    const bool checked = !words.asked.isEmpty();
    m_badge->setText(checked ? verdictText(check) : tr("Looking…"));
    m_badge->setTone(checked ? verdictTone(check.verdict) : Badge::Tone::Grey);
    m_statement->setText(claim.statement);
    QStringList who{claim.author, claim.evidence};
    who.removeAll(QString());
    m_who->setText(who.join(QStringLiteral(" · ")));
    m_who->setVisible(!who.isEmpty());
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        if (item->widget() != nullptr) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    const auto fact = [this](const QString& text) {
        auto* line = new WrapText(Type::Table);
        line->setText(text);
        m_rows->addWidget(line);
    };
    if (checked) {
        fact(words.asked);
        fact(words.conditions.isEmpty() ? tr("Of everybody")
                                        : tr("Of %1").arg(words.conditions.join(QStringLiteral(", "))));
        if (isShare(claim.question.metric) && check.n > 0) {
            RateRow* inside = rateRow(tr("Inside"), true, check.inside, check.n);
            m_rows->addWidget(inside);
            if (check.others > 0) {
                RateRow* others = rateRow(tr("All others"), false, check.against, check.others);
                m_rows->addWidget(others);
                RateRow::pair(inside, others);
            }
        }
    }
    m_numbers->setText(words.numbers);
    m_range->setText(words.range);
    m_range->setVisible(!words.range.isEmpty());
    m_method->setMethod(words.method);
    m_method->shut();
    m_method->setVisible(checked);
    m_inside->setVisible(!claim.question.conditions.empty());
    setAccessibleName(claim.statement);
    setAccessibleDescription(QStringLiteral("%1. %2").arg(m_badge->text(), words.numbers));
}

}  // namespace icp::ui
