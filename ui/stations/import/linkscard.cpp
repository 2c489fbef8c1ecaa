#include "ui/stations/import/linkscard.h"

#include "ui/stations/import/unlinkedlist.h"
#include "ui/stations/import/words.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace icp::ui {

/// Labels, bars and counts in three columns.
class LinksCard::Bars final : public QWidget {
public:
    struct Row {
        QString label;
        qint64 count;
        enum Tone { Found, Similar, Missing } tone;
    };

    void setRows(std::vector<Row> rows) {
        m_rows = std::move(rows);
        QStringList words;
        for (const Row& row : m_rows)
            words << QStringLiteral("%1 %2").arg(row.label, QLocale().toString(row.count));
        setAccessibleName(words.join(QStringLiteral(", ")));
        setFixedHeight(int(m_rows.size()) * px(29));
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override {
        const Tokens& t = Tokens::of(this);
        QPainter painter(this);
        qint64 most = 1;
        for (const Row& row : m_rows) most = std::max(most, row.count);
        const int barLeft = px(132);
        const int barRoom = width() - barLeft - px(58);
        int y = 0;
        for (const Row& row : m_rows) {
            const QRect line(0, y, width(), px(29));
            painter.setFont(ui::font(Type::Table));
            painter.setPen(t.ink);
            painter.drawText(line, Qt::AlignVCenter, row.label);
            if (row.count > 0) {
                const int length =
                    std::max(px(3), int(std::lround(double(row.count) / double(most) * barRoom)));
                painter.fillRect(QRect(barLeft, y + px(8), length, px(13)), row.tone == Row::Missing ? t.least
                                                                            : row.tone == Row::Similar
                                                                                ? t.warnLine
                                                                                : t.best);
            }
            painter.setFont(ui::font(Type::Table, QFont::DemiBold));
            painter.drawText(line, Qt::AlignVCenter | Qt::AlignRight, QLocale().toString(row.count));
            y += px(29);
        }
    }

private:
    std::vector<Row> m_rows;
};

LinksCard::LinksCard(QWidget* parent)
    : Card(parent),
      m_share(new Text({}, int(Type::CardTitle))),
      m_bars(new Bars),
      m_total(new Text({}, int(Type::Note), Text::Ink::Third)),
      m_through(new Text({}, int(Type::Note), Text::Ink::Third)),
      m_show(secondaryButton({})),
      m_confirm(secondaryButton({})) {
    setTitle({});
    m_share->setContentsMargins(0, 0, px(6), 0);
    addTool(m_share);
    body()->addWidget(m_bars);
    body()->addWidget(m_total);
    m_through->setWordWrap(true);
    m_through->hide();
    body()->addWidget(m_through);
    m_show->setObjectName(QStringLiteral("showUnlinked"));
    m_confirm->setObjectName(QStringLiteral("confirmSimilar"));
    m_confirm->setToolTip(tr("Look at them one by one; nothing is joined before you say so"));
    auto* actions = new QHBoxLayout;
    actions->setSpacing(px(8));
    actions->addWidget(m_confirm);
    actions->addWidget(m_show);
    actions->addStretch(1);
    body()->addLayout(actions);
    connect(m_show, &QPushButton::clicked, this,
            [this] { showUnlinked(tr("Rows without an account"), m_links, window()); });
    connect(m_confirm, &QPushButton::clicked, this, &LinksCard::confirmWanted);
    for (QPushButton* button : {m_show, m_confirm}) button->setProperty("small", true);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void LinksCard::setLinks(Entity entity, const Links& links) {
    m_entity = entity;
    m_links = links;
    refresh();
}

void LinksCard::setSimilar(int names, qint64 rows) {
    m_similarNames = names;
    m_similarRows = rows;
    refresh();
}

void LinksCard::setThrough(const QString& sentence) {
    m_through->setText(sentence);
    m_through->setVisible(!sentence.isEmpty());
    refresh();
}

void LinksCard::refresh() {
    const qint64 all = qint64(m_links.account.size());
    setVisible(m_entity != Entity::Account && all > 0);
    if (all == 0) return;
    const QLocale locale;
    setTitle(tr("%1 joined to accounts").arg(entityTitle(m_entity)));
    m_share->setText(tr("%1%").arg(int(std::floor(100.0 * double(m_links.matched()) / double(all)))));
    std::vector<Bars::Row> rows;
    for (const auto& [label, count] :
         {std::pair(tr("Account ID"), m_links.byId), std::pair(tr("Website"), m_links.byDomain),
          std::pair(tr("E-mail address"), m_links.byEmail), std::pair(tr("Same name"), m_links.byName)})
        rows.push_back({label, count, Bars::Row::Found});
    if (m_links.byChoice > 0) rows.push_back({tr("Confirmed"), m_links.byChoice, Bars::Row::Found});
    // Rows with a similar name are not joined yet, so they are told apart from those nobody is known by.
    const qint64 similar = std::min(m_similarRows, m_links.unmatched());
    if (similar > 0) rows.push_back({tr("Similar name"), similar, Bars::Row::Similar});
    rows.push_back({tr("No match"), m_links.unmatched() - similar, Bars::Row::Missing});
    m_bars->setRows(std::move(rows));
    m_confirm->setVisible(m_similarNames > 0);
    m_confirm->setText(tr("Confirm %n similar name(s)", nullptr, m_similarNames));
    m_show->setVisible(!m_links.unlinked.empty() || m_links.nameless > 0);
    m_show->setText(tr("Show %1").arg(locale.toString(m_links.unmatched())));
    m_show->setToolTip(tr("What these rows call their account"));
    m_total->setText(tr("%1 rows, tried in this order.").arg(locale.toString(all)));
    // The column beside the table takes the new height only when both layouts have counted again.
    body()->activate();
    layout()->activate();
}

}  // namespace icp::ui
