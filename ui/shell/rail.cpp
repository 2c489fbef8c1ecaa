#include "ui/shell/rail.h"

#include "ui/shell/railbutton.h"
#include "ui/theme/tokens.h"

#include <QButtonGroup>
#include <QFontMetrics>
#include <QPainter>
#include <QVBoxLayout>

namespace icp::ui {

namespace {

constexpr int openWidth = 204;
constexpr int foldedWidth = 64;
constexpr int sectionHeight = 34;

/// Words on navy, which is navy in both themes.
class SectionName final : public QWidget {
public:
    explicit SectionName(QString text) : m_text(std::move(text)) {}

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setFont(ui::font(Type::Table));
        painter.setPen(Tokens::of(this).navInk2);
        painter.drawText(rect().adjusted(px(8), 0, 0, 0), Qt::AlignVCenter, m_text);
    }

private:
    QString m_text;
};

}  // namespace

Rail::Rail(QWidget* parent) : QWidget(parent), m_column(new QVBoxLayout(this)), m_head(new QWidget) {
    setAccessibleName(tr("Stations"));
    m_column->setSpacing(0);
    m_column->addWidget(m_head);
    auto* group = new QButtonGroup(this);
    addStation(Station::Id::Start, QStringLiteral("home"), tr("Start"), tr("Ctrl+0"));
    addSection(tr("Prepare"));
    addStation(Station::Id::Import, QStringLiteral("import"), tr("Import"), tr("Ctrl+1"));
    addStation(Station::Id::Customers, QStringLiteral("customers"), tr("Customers"), tr("Ctrl+2"));
    addSection(tr("Explore"));
    addStation(Station::Id::Patterns, QStringLiteral("patterns"), tr("Patterns"), tr("Ctrl+3"));
    addStation(Station::Id::Segments, QStringLiteral("segments"), tr("Segments"), tr("Ctrl+4"));
    addSection(tr("Decide"));
    addStation(Station::Id::Icp, QStringLiteral("icp"), tr("ICP"), tr("Ctrl+5"));
    addStation(Station::Id::Personas, QStringLiteral("personas"), tr("Personas"), tr("Ctrl+6"));
    addSection(tr("Prove and share"));
    addStation(Station::Id::Validate, QStringLiteral("validate"), tr("Validate"), tr("Ctrl+7"));
    addStation(Station::Id::Present, QStringLiteral("present"), tr("Present"), tr("Ctrl+8"));
    m_column->addStretch(1);
    for (const auto& [id, button] : m_buttons) group->addButton(button, int(id));
    connect(group, &QButtonGroup::idClicked, this, [this](int id) { Q_EMIT chosen(Station::Id(id)); });
    rescale();
}

void Rail::addSection(const QString& name) {
    m_words.push_back(new SectionName(name));
    m_column->addWidget(m_words.back());
}

void Rail::addStation(Station::Id station, const QString& iconName, const QString& name,
                      const QString& shortcut) {
    m_buttons[station] = new RailButton(iconName, name, shortcut);
    m_column->addWidget(m_buttons[station]);
}

void Rail::setWorkshop(const QString& company, const QString& title) {
    m_company = company.isEmpty() ? title : company;
    m_title = company.isEmpty() ? QString() : title;
    update();
}

void Rail::setCurrent(Station::Id station) {
    if (const auto found = m_buttons.find(station); found != m_buttons.end()) found->second->setChecked(true);
}

void Rail::setMark(Station::Id station, Mark mark, const QString& text) {
    if (const auto found = m_buttons.find(station); found != m_buttons.end())
        found->second->setMark(mark, text);
}

void Rail::setMerged(bool merged) {
    m_buttons.at(Station::Id::Personas)->setVisible(!merged);
    m_buttons.at(Station::Id::Icp)->setName(merged ? tr("ICP and people") : tr("ICP"));
}

void Rail::setFolded(bool folded) {
    if (folded == m_folded) return;
    m_folded = folded;
    rescale();
}

void Rail::rescale() {
    setFixedWidth(px(m_folded ? foldedWidth : openWidth));
    m_column->setContentsMargins(px(10), 0, px(10), px(12));
    m_column->setSpacing(m_folded ? px(4) : 0);
    m_head->setFixedHeight(px(m_folded ? 12 : 70));
    for (QWidget* words : m_words) {
        words->setFixedHeight(px(sectionHeight));
        words->setVisible(!m_folded);
    }
    for (const auto& [id, button] : m_buttons) button->setFolded(m_folded);
    update();
}

void Rail::takeFocus() {
    for (const auto& [id, button] : m_buttons)
        if (button->isChecked()) button->setFocus(Qt::TabFocusReason);
}

void Rail::paintEvent(QPaintEvent*) {
    const Tokens& t = Tokens::of(this);
    QPainter painter(this);
    painter.fillRect(rect(), t.nav);
    if (m_folded) return;
    const int left = px(18);
    const int room = width() - 2 * left;
    const QFontMetrics big(ui::font(Type::CardTitle));
    const QFontMetrics small(ui::font(Type::Note));
    painter.setFont(ui::font(Type::CardTitle));
    painter.setPen(t.navInk);
    painter.drawText(left, px(32), big.elidedText(m_company, Qt::ElideRight, room));
    painter.setFont(ui::font(Type::Note));
    painter.setPen(t.navInk2);
    painter.drawText(left, px(53), small.elidedText(m_title, Qt::ElideRight, room));
}

}  // namespace icp::ui
