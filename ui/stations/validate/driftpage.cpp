#include "ui/stations/validate/driftpage.h"

#include "core/base/shown.h"
#include "ui/charts/pairchart.h"
#include "ui/document/document.h"
#include "ui/models/driftwords.h"
#include "ui/stations/plaintable.h"
#include "ui/stations/timecard.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/columns.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/raterow.h"
#include "ui/widgets/wraptext.h"

#include <QComboBox>
#include <QHeaderView>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <tuple>

namespace icp::ui {

namespace {

enum Pages { Nothing, Comparison };

auto asked(const Study& study) {
    return std::tie(study.filter, study.unit, study.outcome, study.measure, study.blend);
}

void setRate(RateRow& row, const Rate& rate) {
    row.setRate(rate.positives, rate.n, rate.rate, rate.low, rate.high);
}

}  // namespace

DriftPage::DriftPage(QWidget* parent)
    : QWidget(parent),
      m_pages(new QStackedWidget),
      m_columns(new Columns(QStringLiteral("drift"))),
      m_card(new Card(tr("What changed"))),
      m_before(new QComboBox),
      m_now(new QComboBox),
      m_sentence(new Text({}, int(Type::Finding))),
      m_rateBefore(new RateRow(tr("Before"), false)),
      m_rateNow(new RateRow(tr("Now"), true)),
      m_notes(new WrapText(Type::Note)),
      m_rows(new TextRows({tr("Attribute"), tr("Change"), tr("Index"), tr("By chance")}, 2, this)),
      m_table(new PlainTable(m_rows, tr("Attributes by how much they changed"))),
      m_chart(new PairChart),
      m_attribute(new TimeCard(tr("Before and now"), m_chart)) {
    m_columns->addWidget(buildList());
    m_columns->addWidget(m_attribute);
    m_pages->addWidget(buildNothing());
    m_pages->addWidget(m_columns);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages);
    connect(m_now, &QComboBox::activated, this, [this] {
        offerEarlier();
        compare();
    });
    connect(m_before, &QComboBox::activated, this, &DriftPage::compare);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &DriftPage::showAttribute);
    connect(m_attribute, &TimeCard::copied, this, &DriftPage::copied);
}

QWidget* DriftPage::buildNothing() {
    auto* nothing = new EmptyState(
        QStringLiteral("history"), tr("One import only"),
        tr("What changed shows once a second export is imported into this workshop, such as that of the next "
           "quarter. The data of today stay in the file for it."));
    nothing->addPrimary(tr("Go to Import"), QStringLiteral("import"), [this] { Q_EMIT importRequested(); });
    return nothing;
}

QWidget* DriftPage::buildList() {
    m_card->body()->setSpacing(px(6));
    auto* choice = new QHBoxLayout;
    choice->setSpacing(px(8));
    for (const auto& [box, name] :
         {std::pair{m_before, tr("Earlier data")}, std::pair{m_now, tr("Newer data")}}) {
        box->setAccessibleName(name);
        box->setToolTip(name);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(14);
        box->setProperty("small", true);
    }
    m_before->setObjectName(QStringLiteral("earlier"));
    m_now->setObjectName(QStringLiteral("newer"));
    choice->addWidget(m_before, 1);
    choice->addWidget(new Text(tr("to"), int(Type::Table), Text::Ink::Second));
    choice->addWidget(m_now, 1);
    m_card->body()->addLayout(choice);
    m_sentence->setWordWrap(true);
    m_sentence->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_card->body()->addWidget(m_sentence);
    m_card->body()->addWidget(m_rateBefore);
    m_card->body()->addWidget(m_rateNow);
    RateRow::pair(m_rateBefore, m_rateNow);
    m_notes->setInk(&Tokens::ink2);
    m_card->body()->addWidget(m_notes);
    m_table->setShares({36, 20, 15, 29});
    m_card->body()->addWidget(m_table, 1);
    return m_card;
}

void DriftPage::setDocument(Document* document) {
    m_comparing.cancel();
    m_comparing.wait();  // it reads the file of the document before
    m_document = document;
    m_imports.clear();
    m_listedFor.reset();
    m_asked.reset();
    m_drift = {};
    m_rows->setRows({});
    m_pages->setCurrentIndex(Nothing);
}

void DriftPage::refresh() {
    if (m_document == nullptr) return;
    listImports();
    m_pages->setCurrentIndex(m_imports.size() > 1 ? Comparison : Nothing);
    if (m_imports.size() < 2) return;
    const std::pair chosen(m_before->currentData().toLongLong(), m_now->currentData().toLongLong());
    if (m_asked != m_document->sharedDataset() || chosen != m_askedImports ||
        asked(m_askedStudy) != asked(m_document->study()))
        compare();
}

/// The newest against the one before, until somebody chooses others.
void DriftPage::listImports() {
    if (m_listedFor == m_document->sharedDataset()) return;
    const qsizetype known = qsizetype(m_imports.size());
    m_imports = m_document->imports();
    m_listedFor = m_document->sharedDataset();
    if (known == qsizetype(m_imports.size())) return;  // what was decided about the data changed
    m_now->clear();
    for (std::size_t i = 0; i + 1 < m_imports.size(); ++i)
        m_now->addItem(importName(m_imports[i]), m_imports[i].number);
    offerEarlier();
}

void DriftPage::offerEarlier() {
    const qint64 now = m_now->currentData().toLongLong();
    const QVariant chosen = m_before->currentData();
    m_before->clear();
    for (const StoredDataset& import : m_imports)
        if (import.number < now) m_before->addItem(importName(import), import.number);
    m_before->setCurrentIndex(std::max(0, m_before->findData(chosen)));
}

void DriftPage::compare() {
    m_asked = m_document->sharedDataset();
    m_askedStudy = m_document->study();
    m_askedImports = {m_before->currentData().toLongLong(), m_now->currentData().toLongLong()};
    if (m_rows->rowCount() == 0) m_sentence->setText(tr("Looking…"));
    m_comparing.start(
        [this, document = m_document, newest = m_asked, study = m_askedStudy, chosen = m_askedImports,
         newestNumber = m_imports.front().number](const Job& job, const Background::Deliver& deliver) {
            const auto read = [&](qint64 number) -> Result<std::shared_ptr<const Dataset>> {
                if (number == newestNumber) return newest;
                return document->import(number, job);
            };
            const auto before = read(chosen.first);
            const auto now = before ? read(chosen.second) : before;
            Result<Drift> drift = now ? driftBetween(**before, **now, study, job) : fail(now.error());
            if (!drift && drift.error().code == ErrorCode::Cancelled) return;
            if (drift)
                deliver([this, found = std::make_shared<const Drift>(std::move(*drift))] { take(*found); });
            else
                deliver([this, message = drift.error().message] {
                    m_rows->setRows({});
                    m_sentence->setText(message);
                });
        });
}

void DriftPage::take(const Drift& drift) {
    m_drift = drift;
    const QString chosen = m_table->currentIndex().siblingAtColumn(0).data().toString();
    m_sentence->setText(unbroken(drift.sentence));
    setRate(*m_rateBefore, drift.before);
    setRate(*m_rateNow, drift.now);
    const QStringList notes = driftNotes(drift);
    m_notes->setText(notes.join(u'\n'));
    m_notes->setVisible(!notes.isEmpty());
    m_rows->setRows(driftRows(drift));
    int row = 0;
    for (int i = 0; i < m_rows->rowCount(); ++i)
        if (m_rows->row(i).cells.first() == chosen) row = i;
    if (m_rows->rowCount() > 0) m_table->setCurrentIndex(m_rows->index(row, 0));
    showAttribute();
}

void DriftPage::showAttribute() {
    const int row = m_table->currentIndex().row();
    if (row < 0 || std::size_t(row) >= m_drift.attributes.size()) {
        TimeWords words;
        words.cannot = m_drift.sentence.isEmpty() ? tr("Looking…") : m_drift.sentence;
        m_attribute->show(words, {}, {});
        return;
    }
    const AttributeDrift& one = m_drift.attributes[std::size_t(row)];
    std::vector<RatePair> pairs;
    for (const DriftLevel& level : one.levels) pairs.push_back({level.label, level.now, level.before});
    const Rate now = one.levels.empty() ? Rate() : one.levels.front().now;
    const Rate before = one.levels.empty() ? Rate() : one.levels.front().before;
    m_attribute->setTitle(one.label);
    m_chart->setPairs(pairs,
                      {tr("Now, %1", "Now, 160").arg(countText(now.n)),
                       tr("Before, %1", "Before, 240").arg(countText(before.n))},
                      one.label, tr("Before and now: %1").arg(one.label));
    m_attribute->show(driftWords(one, m_drift), m_chart->legend(), {});
}

void DriftPage::fit(int sideWidth) { m_columns->setWidths({sideWidth, 0}); }

}  // namespace icp::ui
