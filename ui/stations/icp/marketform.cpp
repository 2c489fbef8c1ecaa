#include "ui/stations/icp/marketform.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/formkeys.h"

#include <QDateEdit>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QStyle>

namespace icp::ui {

namespace {

/// A whole number as people type it, with or without the locale's group marks. Nothing when it is not one.
std::optional<qint64> counted(const QString& text) {
    QString plain = text.simplified();
    plain.remove(QLatin1Char(' '));
    bool ok = false;
    qint64 value = QLocale().toLongLong(plain, &ok);
    if (!ok) value = plain.toLongLong(&ok);
    return ok && value >= 0 ? std::optional(value) : std::nullopt;
}

void mark(QWidget* field, bool wrong) {
    field->setProperty("wrong", wrong);
    field->style()->unpolish(field);
    field->style()->polish(field);
}

}  // namespace

MarketForm::MarketForm(QWidget* parent)
    : QWidget(parent),
      m_companies(new QLineEdit),
      m_inside(new QLineEdit),
      m_source(new QLineEdit),
      m_asOf(new QDateEdit),
      m_wrong(new Text(QString(), int(Type::Note), Text::Ink::Bad)) {
    setAccessibleName(tr("Market size"));
    m_companies->setPlaceholderText(tr("All that could ever buy"));
    m_inside->setPlaceholderText(tr("Of these, how many fit"));
    m_source->setPlaceholderText(tr("Register, study, estimate"));
    m_asOf->setCalendarPopup(true);
    m_wrong->setWordWrap(true);
    auto* save = secondaryButton(tr("Save"), QStringLiteral("check"));
    auto* cancel = linkButton(tr("Cancel"));
    save->setToolTip(tr("Enter"));
    cancel->setToolTip(tr("Esc"));
    auto* form = new QFormLayout;
    form->setSpacing(px(6));
    const std::pair<QString, QWidget*> rows[] = {{tr("Companies"), m_companies},
                                                 {tr("That fit"), m_inside},
                                                 {tr("Source"), m_source},
                                                 {tr("As of"), m_asOf}};
    for (const auto& [label, field] : rows) {
        field->setAccessibleName(label);
        form->addRow(label, field);
    }
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(save);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, px(6));
    layout->setSpacing(px(6));
    layout->addLayout(form);
    layout->addWidget(m_wrong);
    layout->addLayout(buttons);
    m_wrong->hide();
    connect(save, &QPushButton::clicked, this, &MarketForm::save);
    connect(cancel, &QPushButton::clicked, this, &MarketForm::closed);
    takeFormKeys(
        this, [this] { this->save(); }, [this] { Q_EMIT closed(); });
}

void MarketForm::open(const Icp& icp) {
    const QLocale locale;
    m_companies->setText(icp.market.companies ? locale.toString(*icp.market.companies) : QString());
    m_inside->setText(icp.marketInside ? locale.toString(*icp.marketInside) : QString());
    m_source->setText(icp.market.source);
    m_asOf->setDate(icp.market.asOf.isValid() ? icp.market.asOf : QDate::currentDate());
    m_wrong->hide();
    mark(m_companies, false);
    mark(m_inside, false);
    show();
    m_companies->setFocus();
}

void MarketForm::save() {
    Market market;
    std::optional<qint64> inside;
    if (!m_companies->text().trimmed().isEmpty()) {
        market.companies = counted(m_companies->text());
        market.source = m_source->text().simplified();
        market.asOf = m_asOf->date();
        inside = counted(m_inside->text());
        const bool unread = !market.companies || *market.companies == 0;
        const bool missing = !inside || *inside > market.companies.value_or(0);
        mark(m_companies, unread);
        mark(m_inside, missing && !unread);
        m_wrong->setVisible(unread || missing);
        m_wrong->setText(unread ? tr("Type a whole number of companies.")
                                : tr("Type how many of them fit: a whole number, not more than all."));
        if (unread || missing) return;
    }
    Q_EMIT edited(market, inside);
    Q_EMIT closed();
}

}  // namespace icp::ui
