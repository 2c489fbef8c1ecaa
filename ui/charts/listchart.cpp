#include "ui/charts/listchart.h"

#include "core/base/shown.h"

#include <QtCharts/QBarSeries>
#include <QtCharts/QBarSet>

#include <algorithm>

namespace icp::ui {

namespace {
constexpr double widestGroup = 0.78;
constexpr std::array shownLists{AccountList::Best, AccountList::Rest, AccountList::Least};
constexpr std::array standings{Standing::Above, Standing::Unclear, Standing::Below};
}  // namespace

QString listName(AccountList list) {
    return list == AccountList::Best    ? ListChart::tr("Best")
           : list == AccountList::Least ? ListChart::tr("Least ideal")
                                        : ListChart::tr("The rest");
}

ListChart::ListChart(QWidget* parent) : ChartView(parent) {}

void ListChart::setContrast(const ListContrast& contrast) {
    m_contrast = contrast;
    std::vector<ColumnLabel> labels;
    double highest = 0;
    for (std::size_t i = 0; i < contrast.levels.size(); ++i) {
        labels.push_back({contrast.levels[i].label, {}, false});
        for (const AccountList list : shownLists) highest = std::max(highest, contrast.share(i, list));
    }
    begin(labels, niceScale(std::max(0.05, highest * 1.1) * 100, 5), QStringLiteral("%d%%"));
    m_series = new QBarSeries;
    for (const AccountList list : shownLists) {
        auto* set = new QBarSet(listName(list));
        for (std::size_t i = 0; i < contrast.levels.size(); ++i) set->append(contrast.share(i, list) * 100);
        m_series->append(set);
    }
    attach(m_series);
    setTitle(tr("Best, rest and least ideal by %1").arg(contrast.label));
    finish();
}

std::vector<Legend::Item> ListChart::legend() const {
    std::vector<Legend::Item> items;
    for (std::size_t i = 0; i < shownLists.size(); ++i)
        items.push_back({QStringLiteral("%1 %2").arg(listName(shownLists[i]),
                                                     countText(m_contrast.known[std::size_t(shownLists[i])])),
                         standings[i]});
    return items;
}

std::vector<QStringList> ListChart::table() const {
    std::vector<QStringList> rows{{m_contrast.label}};
    for (const AccountList list : shownLists)
        rows.front() << listName(list) << tr("Share of %1").arg(listName(list));
    for (std::size_t i = 0; i < m_contrast.levels.size(); ++i) {
        QStringList row{m_contrast.levels[i].label};
        for (const AccountList list : shownLists)
            row << QString::number(m_contrast.levels[i].n[std::size_t(list)])
                << percentText(m_contrast.share(i, list));
        rows.push_back(row);
    }
    return rows;
}

QString ListChart::tip(int column) const {
    const auto level = std::size_t(column);
    QStringList lines{QStringLiteral("<b>%1</b>").arg(m_contrast.levels[level].label.toHtmlEscaped())};
    for (const AccountList list : shownLists)
        lines << tr("%1: %2 of %3, %4", "Best: 11 of 40, 28%")
                     .arg(listName(list), countText(m_contrast.levels[level].n[std::size_t(list)]),
                          countText(m_contrast.known[std::size_t(list)]),
                          percentText(m_contrast.share(level, list)));
    return lines.join(QStringLiteral("<br/>"));
}

void ListChart::recolour(const Tokens& tokens) {
    if (m_series == nullptr) return;
    const auto sets = m_series->barSets();
    for (int i = 0; i < sets.size(); ++i) {
        sets[i]->setBrush(standingColour(standings[std::size_t(i)], tokens));
        sets[i]->setPen(QPen(tokens.surface, 1));
    }
}

void ListChart::resized() {
    if (m_series != nullptr) m_series->setBarWidth(barShare(widestGroup));
}

void ListChart::paintOver(QPainter& painter, const Tokens& tokens) const {
    const double bar = columnWidth() * barShare(widestGroup) / double(shownLists.size());
    painter.setFont(ui::font(Type::Note));
    const QFontMetricsF metrics(painter.font());
    for (int column = 0; column < columns(); ++column)
        for (std::size_t i = 0; i < shownLists.size(); ++i) {
            const qint64 n = m_contrast.levels[std::size_t(column)].n[std::size_t(shownLists[i])];
            const QString text = countText(n);
            const double width = metrics.horizontalAdvance(text);
            if (width > bar + px(3)) continue;
            const QPointF top = position(column, m_contrast.share(std::size_t(column), shownLists[i]) * 100);
            drawOutlined(painter, {top.x() + (double(i) - 1) * bar - width / 2, top.y() - px(4)}, text,
                         tokens.ink2, tokens.surface);
        }
}

}  // namespace icp::ui
