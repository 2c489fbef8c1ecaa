#include "ui/stations/patterns/marketcard.h"

#include "core/base/shown.h"
#include "core/workshop/workshop.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/formkeys.h"
#include "ui/widgets/scroll.h"

#include <QDateEdit>
#include <QGridLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include <cmath>
#include <optional>

namespace icp::ui {

namespace {

constexpr double rounding = 0.0051;  // shares are written with one decimal at most

/// 0 to 1; NaN when it is no share. Nothing when the field is empty.
std::optional<double> shareIn(const QLineEdit& field) {
    QString text = field.text().trimmed();
    if (text.endsWith(u'%')) text = text.chopped(1).trimmed();
    if (text.isEmpty()) return std::nullopt;
    bool ok = false;
    double value = QLocale().toDouble(text, &ok);
    if (!ok) value = QLocale::c().toDouble(text, &ok);
    return ok && value >= 0 && value <= 100 ? value / 100 : std::nan("");
}

}  // namespace

MarketCard::MarketCard(QWidget* parent)
    : Card(parent),
      m_title(new Text({}, int(Type::CardTitle))),
      m_grid(new QGridLayout),
      m_source(new QLineEdit),
      m_asOf(new QDateEdit),
      m_state(new Text({}, int(Type::Note), Text::Ink::Third)),
      m_keep(primaryButton(tr("Keep"))),
      m_remove(linkButton(tr("Forget"))) {
    auto* head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    QToolButton* close = iconButton(QStringLiteral("cross"), tr("Close without keeping (Esc)"));
    connect(close, &QToolButton::clicked, this, &MarketCard::closed);
    head->addWidget(close, 0, Qt::AlignTop);
    body()->addLayout(head);
    auto* note =
        new Text(tr("Share of all companies you could sell to, in percent. Levels left open share what is "
                    "missing to 100."),
                 int(Type::Note), Text::Ink::Second);
    body()->addWidget(note);

    auto* page = new QWidget;
    m_grid->setContentsMargins(0, 0, px(6), 0);
    m_grid->setHorizontalSpacing(px(8));
    m_grid->setVerticalSpacing(px(6));
    m_grid->setColumnStretch(0, 1);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(m_grid);
    column->addStretch(1);
    body()->addWidget(scrolled(page), 1);
    body()->addWidget(m_state);

    m_source->setObjectName(QStringLiteral("marketSource"));
    m_source->setPlaceholderText(tr("Who says so, such as Eurostat"));
    m_source->setAccessibleName(tr("Source"));
    m_source->setMaxLength(120);
    body()->addWidget(m_source);
    m_asOf->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_asOf->setAccessibleName(tr("As of"));
    auto* dated = new QHBoxLayout;
    dated->addWidget(new Text(tr("As of"), int(Type::Table), Text::Ink::Second));
    dated->addWidget(m_asOf, 1);
    body()->addLayout(dated);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(px(8));
    m_keep->setProperty("small", true);
    m_keep->setObjectName(QStringLiteral("keepMarket"));
    m_remove->setProperty("small", true);
    m_remove->setToolTip(tr("Forget what was said about this market"));
    buttons->addWidget(m_keep);
    buttons->addWidget(m_remove);
    buttons->addStretch(1);
    body()->addLayout(buttons);
    for (Text* text : {m_title, note, m_state}) {
        text->setWordWrap(true);
        text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    }
    connect(m_source, &QLineEdit::textChanged, this, &MarketCard::check);
    connect(m_keep, &QPushButton::clicked, this, &MarketCard::keep);
    takeFormKeys(
        this, [this] { keep(); }, [this] { Q_EMIT closed(); });
    connect(m_remove, &QPushButton::clicked, this, [this] { Q_EMIT removed(m_id); });
}

void MarketCard::ask(const AttributeProfile& attribute, const MarketMix* known) {
    m_rows.clear();
    while (m_grid->count() > 0) {
        QLayoutItem* item = m_grid->takeAt(0);
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    m_attribute = attribute.name;
    m_id = known != nullptr ? known->id : newId();
    m_title->setText(tr("The market by %1").arg(attribute.label));
    setAccessibleName(m_title->text());
    std::vector<MarketShare> left = known != nullptr ? known->shares : std::vector<MarketShare>();
    for (const Level& level : attribute.levels) {
        if (level.unknown) continue;
        double share = std::nan("");
        std::erase_if(left, [&](const MarketShare& said) {
            if (said.level.compare(level.label, Qt::CaseInsensitive) != 0) return false;
            share = said.share;
            return true;
        });
        addRow(level.label, share);
    }
    for (const MarketShare& said : left) addRow(said.level, said.share);
    addOpenRow();
    m_source->setText(known != nullptr ? known->source : QString());
    m_asOf->setDate(known != nullptr && known->asOf.isValid() ? known->asOf : QDate::currentDate());
    m_remove->setVisible(known != nullptr);
    check();
    m_rows.front().share->setFocus(Qt::OtherFocusReason);
    m_rows.front().share->selectAll();
}

void MarketCard::addRow(const QString& level, double share) {
    const int row = int(m_rows.size());
    auto* name = new Text(level, int(Type::Table));
    name->setWordWrap(true);
    auto* field = new QLineEdit;
    field->setProperty("small", true);
    field->setFixedWidth(px(72));
    field->setAlignment(Qt::AlignRight);
    field->setPlaceholderText(QStringLiteral("%"));
    field->setAccessibleName(tr("Share of %1 in percent").arg(level));
    if (std::isfinite(share)) field->setText(QLocale().toString(std::round(share * 1000) / 10));
    connect(field, &QLineEdit::textChanged, this, &MarketCard::check);
    m_grid->addWidget(name, row, 0);
    m_grid->addWidget(field, row, 1);
    m_rows.push_back({level, nullptr, field});
}

/// For what the market has and nobody ever tried.
void MarketCard::addOpenRow() {
    addRow({}, std::nan(""));
    Row& row = m_rows.back();
    const int at = int(m_rows.size()) - 1;
    delete m_grid->itemAtPosition(at, 0)->widget();
    row.name = new QLineEdit;
    row.name->setProperty("small", true);
    row.name->setPlaceholderText(tr("Never tried: another level"));
    row.name->setAccessibleName(tr("Another level"));
    row.share->setAccessibleName(tr("Share of another level in percent"));
    m_grid->addWidget(row.name, at, 0);
    QWidget::setTabOrder(row.name, row.share);
    connect(row.name, &QLineEdit::textChanged, this, [this, at](const QString& text) {
        if (!text.trimmed().isEmpty() && at == int(m_rows.size()) - 1) addOpenRow();
        check();
    });
}

MarketMix MarketCard::mix() const {
    MarketMix out;
    out.id = m_id;
    out.attribute = m_attribute;
    out.source = m_source->text().simplified();
    out.asOf = m_asOf->date();
    for (const Row& row : m_rows) {
        const std::optional<double> share = shareIn(*row.share);
        const QString level = row.name != nullptr ? row.name->text().simplified() : row.level;
        if (share && std::isfinite(*share) && !level.isEmpty()) out.shares.push_back({level, *share});
    }
    return out;
}

QString MarketCard::problem() const {
    double sum = 0;
    for (const Row& row : m_rows) {
        const std::optional<double> share = shareIn(*row.share);
        if (!share) continue;
        if (!std::isfinite(*share))
            return tr("“%1” is no share. Write a number from 0 to 100.").arg(row.share->text());
        if (row.name != nullptr && row.name->text().trimmed().isEmpty())
            return tr("The last share has no name. Write which level it is.");
        sum += *share;
    }
    if (sum > 1 + rounding)
        return tr("The shares add up to %1. Make them 100% or less.")
            .arg(QLocale().toString(std::round(sum * 1000) / 10) + u'%');
    if (mix().shares.empty()) return tr("Write at least one share.");
    return mix().source.isEmpty() ? tr("Say who says so, so that others can check it.") : QString();
}

void MarketCard::check() {
    const QString wrong = problem();
    double sum = 0;
    for (const MarketShare& share : mix().shares) sum += share.share;
    m_keep->setEnabled(wrong.isEmpty());
    m_keep->setToolTip(wrong.isEmpty() ? tr("Keep (Enter)") : wrong);
    const bool full = sum > 1 - rounding;
    m_state->setInk(wrong.isEmpty() || mix().shares.empty() ? Text::Ink::Third : Text::Ink::Bad);
    m_state->setText(!wrong.isEmpty() ? wrong
                     : full           ? tr("The shares add up to 100%.")
                            : tr("Named: %1. The other levels share the rest.").arg(percentText(sum)));
}

void MarketCard::keep() {
    if (problem().isEmpty()) Q_EMIT kept(mix());
}

}  // namespace icp::ui
