#include "ui/stations/plaintable.h"

#include "ui/stations/twolines.h"
#include "ui/theme/tokens.h"

#include <QHeaderView>

#include <algorithm>
#include <numeric>

namespace icp::ui {

namespace {
constexpr int headHeight = 34;
constexpr int lineHeight = 36;
constexpr int leastWords = 90;  // to which a column of words may shrink for others
constexpr int leastName = 56;   // and what names the row, for figures that would be cut
}  // namespace

PlainTable::PlainTable(QAbstractItemModel* model, const QString& name, QWidget* parent) : QTableView(parent) {
    setModel(model);
    setAccessibleName(name);
    setItemDelegate(new OneLine(this));
    settleRows(*this);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalHeader()->setDefaultSectionSize(px(lineHeight));
    settleHead(*horizontalHeader());
    horizontalHeader()->setMinimumSectionSize(px(30));
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
}

void PlainTable::setShares(const std::vector<int>& shares) {
    m_shares = shares;
    share();
}

void PlainTable::showWhole(int rows) { setFixedHeight(px(headHeight + rows * lineHeight)); }

void PlainTable::keepWhole(int column) {
    m_whole.push_back(column);
    share();
}

int PlainTable::wanted(int column) const {
    constexpr int measured = 60;  // rows; a table of thousands is not gone through for its widest cell
    const QFontMetrics cells(ui::font(Type::Table));
    int width = horizontalHeader()->sectionSizeHint(column);
    for (int row = 0; row < std::min(model()->rowCount(), measured); ++row)
        width =
            std::max(width, cells.horizontalAdvance(model()->index(row, column).data().toString()) + px(22));
    return width;
}

void PlainTable::share() {
    const int columns = std::min(int(m_shares.size()), model()->columnCount());
    const int all = std::max(1, std::accumulate(m_shares.begin(), m_shares.end(), 0));
    std::vector<int> widths(std::size_t(columns), 0);
    std::vector<int> want(std::size_t(columns), 0);
    int left = 0;
    int before = 0;
    for (int i = 0; i < columns; ++i) {
        before += m_shares[std::size_t(i)];
        const int right = viewport()->width() * before / all;
        widths[std::size_t(i)] = right - left;
        want[std::size_t(i)] = wanted(i);
        left = right;
    }
    // Figures are no use when cut, nor is what names the row; so they come first, in this order, and take
    // even of other words where they must, of the last ones first, and figures of the name at last. A head
    // stays whole.
    const auto isFigure = [&](int column) {
        const QVariant alignment = model()->headerData(column, Qt::Horizontal, Qt::TextAlignmentRole);
        return alignment.isValid() && alignment.value<Qt::Alignment>().testFlag(Qt::AlignRight);
    };
    const auto take = [&](int to, int from, int least) {
        int& given = widths[std::size_t(from)];
        int& taken = widths[std::size_t(to)];
        const int amount = std::min(want[std::size_t(to)] - taken, given - least);
        if (from == to || amount <= 0) return;
        given -= amount;
        taken += amount;
    };
    enum Rank { Figures, Name, Words, Ranks };
    const auto isName = [&](int column) {
        return column == 0 || std::find(m_whole.begin(), m_whole.end(), column) != m_whole.end();
    };
    const auto rankOf = [&](int column) {
        return isFigure(column) ? Figures : isName(column) ? Name : Words;
    };
    const auto least = [&](int column) {
        return std::min(want[std::size_t(column)],
                        std::max(px(leastWords), horizontalHeader()->sectionSizeHint(column)));
    };
    for (int rank = Figures; rank < Ranks; ++rank)
        for (int to = 0; to < columns; ++to) {
            if (rankOf(to) != rank) continue;
            for (int from = 0; from < columns; ++from) take(to, from, want[std::size_t(from)]);
            for (int from = columns - 1; from > 0 && rank != Words; --from)
                if (rankOf(from) == Words) take(to, from, least(from));
            if (rank == Figures) {
                take(to, 0, least(0));
                take(to, 0, px(leastName));
            }
        }
    for (int i = 0; i < columns; ++i) setColumnWidth(i, widths[std::size_t(i)]);
}

void PlainTable::reset() {
    QTableView::reset();
    horizontalHeader()->setVisible(model()->rowCount() > 0);  // heads of nothing tell nothing
    share();
}

void PlainTable::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    share();
}

}  // namespace icp::ui
