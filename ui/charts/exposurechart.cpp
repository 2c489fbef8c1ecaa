#include "ui/charts/exposurechart.h"

#include <QtCharts/QBarSeries>
#include <QtCharts/QBarSet>

#include <algorithm>

namespace icp::ui {

namespace {

constexpr double widestGroup = 0.74;

QString times(double representation) { return liftText(representation); }

}  // namespace

ExposureChart::ExposureChart(QWidget* parent) : ChartView(parent) {}

void ExposureChart::setExposure(const Exposure& exposure, const Findings& findings, Lens lens) {
    m_levels = exposure.levels;
    m_header = exposure.label;
    m_words = Words(findings.study);
    m_period = periodText(findings.from, findings.to);
    m_lens = lens;
    m_hasMarket = std::any_of(m_levels.begin(), m_levels.end(),
                              [](const ExposureLevel& level) { return level.marketShare.has_value(); });
    std::vector<ColumnLabel> labels;
    double top = 0;
    for (int i = 0; i < int(m_levels.size()); ++i) {
        labels.push_back({level(i).label, tr("n %1").arg(countText(level(i).rate.n)), untested(i),
                          countText(level(i).rate.n)});
        top = std::max(top, highest(i));
    }
    begin(labels, niceScale(std::max(0.05, top * 1.1) * 100, 5), QStringLiteral("%d%%"));
    m_series = new QBarSeries;
    auto* tried = new QBarSet(m_words.triedName());
    auto* won = new QBarSet(m_words.bestName());
    auto* there = new QBarSet(tr("The market"));
    for (const ExposureLevel& level : m_levels) {
        tried->append(level.triedShare * 100);
        won->append(level.wonShare * 100);
        there->append(level.marketShare.value_or(0) * 100);
    }
    m_series->append(tried);
    m_series->append(won);
    if (market())
        m_series->append(there);
    else
        delete there;
    attach(m_series);
    setTitle(m_lens == Lens::Market ? tr("Beside the market: %1").arg(exposure.label)
                                    : tr("Where you tried: %1").arg(exposure.label));
    finish();
}

std::vector<Legend::Item> ExposureChart::legend() const {
    std::vector<Legend::Item> items{{m_words.triedName(), Standing::Unclear},
                                    {m_words.bestName(), Standing::Above}};
    if (market()) items.push_back({tr("The market"), Standing::Unclear, &Tokens::ink3});
    for (int i = 0; i < columns(); ++i) {
        if (!untested(i)) continue;
        items.push_back({tr("untested"), Standing::Untested});
        break;
    }
    return items;
}

double ExposureChart::highest(int column) const {
    const ExposureLevel& here = level(column);
    return std::max({here.triedShare, here.wonShare, market() ? here.marketShare.value_or(0) : 0});
}

QString ExposureChart::mark(int column) const {
    if (untested(column)) return tr("untested");
    return market() && level(column).representation ? times(*level(column).representation) : QString();
}

std::vector<QStringList> ExposureChart::table() const {
    std::vector<QStringList> rows{{m_header, m_words.triedName(), tr("Share of %1").arg(m_words.triedName()),
                                   m_words.bestName(), tr("Share of %1").arg(m_words.bestName())}};
    if (market()) rows.front() << tr("Share of the market") << tr("Tried for what there is");
    for (int i = 0; i < columns(); ++i) {
        const ExposureLevel& here = level(i);
        QStringList row{here.label, QString::number(here.rate.n), percentText(here.triedShare),
                        QString::number(here.rate.positives), percentText(here.wonShare)};
        if (market())
            row << (here.marketShare ? percentText(*here.marketShare) : QString())
                << (here.representation ? times(*here.representation) : QString());
        rows.push_back(row);
    }
    return rows;
}

QString ExposureChart::tip(int column) const {
    const ExposureLevel& here = level(column);
    QStringList lines{
        QStringLiteral("<b>%1</b>").arg(here.label.toHtmlEscaped()),
        tr("%1: %2 of all (%3)", "Tried: 62% of all (139 deals)")
            .arg(m_words.triedName(), percentText(here.triedShare), m_words.counted(here.rate.n)),
        tr("%1: %2 of all (%3)", "Won: 62% of all (45)")
            .arg(m_words.bestName(), percentText(here.wonShare), countText(here.rate.positives))};
    if (market())
        lines << (here.marketShare ? tr("The market: %1").arg(percentText(*here.marketShare))
                                   : tr("The market: not said"));
    if (market() && here.representation)
        lines << tr("Tried %1 as often as there are such companies").arg(times(*here.representation));
    if (untested(column)) lines << tr("untested: too few to decide");
    if (!m_period.isEmpty()) lines << m_period;
    return lines.join(QStringLiteral("<br/>"));
}

void ExposureChart::recolour(const Tokens& tokens) {
    if (m_series == nullptr) return;
    const auto sets = m_series->barSets();
    const std::array colours{tokens.rest, tokens.best, tokens.ink3};
    for (int i = 0; i < sets.size(); ++i) {
        sets[i]->setBrush(colours[std::size_t(i)]);
        sets[i]->setPen(QPen(tokens.surface, 1));
    }
}

void ExposureChart::resized() {
    if (m_series != nullptr) m_series->setBarWidth(barShare(widestGroup));
}

void ExposureChart::paintOver(QPainter& painter, const Tokens& tokens) const {
    if (m_series == nullptr) return;
    const double group = columnWidth() * barShare(widestGroup);
    const double bar = group / m_series->count();
    painter.setFont(ui::font(Type::Table, QFont::DemiBold));
    const QFontMetricsF metrics(painter.font());
    for (int i = 0; i < columns(); ++i) {
        const QPointF floor = position(i, 0);
        if (untested(i)) {  // tries and wins that prove nothing are hatched; the market stands as it is
            for (int set = 0; set < 2; ++set) {
                const double share = set == 0 ? level(i).triedShare : level(i).wonShare;
                QRectF box(QPointF(floor.x() - group / 2 + set * bar, position(i, share * 100).y()),
                           QSizeF(bar - 1, 0));
                box.setBottom(floor.y());
                painter.fillRect(box, tokens.surface);
                painter.fillRect(box, standingBrush(Standing::Untested, tokens));
                painter.setPen(QPen(tokens.hatch, 1));
                painter.setBrush(Qt::NoBrush);
                painter.drawRect(box);
            }
        }
        const QString text = mark(i);
        const double width = metrics.horizontalAdvance(text);
        if (text.isEmpty() || width > columnWidth() + 1) continue;
        const QPointF top = position(i, highest(i) * 100);
        drawOutlined(painter, {top.x() - width / 2, top.y() - px(5)}, text,
                     untested(i) ? tokens.warnInk : tokens.ink, tokens.surface);
    }
}

}  // namespace icp::ui
