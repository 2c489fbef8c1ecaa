#include "core/typing/tablereader.h"

#include "core/base/parallel.h"
#include "core/base/text.h"
#include "core/rows/batchline.h"
#include "core/typing/columnnotes.h"
#include "core/typing/typedissues.h"
#include "core/typing/unitsrow.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace icp {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("icp::TableReader", text); }

constexpr std::size_t sampleBatches = 2;
constexpr std::size_t mostRejected = 200'000;

/// What one batch becomes on its worker.
struct TypedBatch {
    RowChoice rows;
    std::vector<ColumnPart> parts;  ///< one per column that is wanted
};

/// Reads one file. The first batches decide how each column is to be read; then everything is read so. A
/// column in which too many later cells do not fit is surveyed as a whole and read once more.
class FileTyping {
public:
    FileTyping(QString path, const ReadOptions& options, const QHash<QString, ColumnWish>& wishes,
               unsigned threads, Job job)
        : m_path(std::move(path)),
          m_options(options),
          m_wishes(wishes),
          m_threads(threads),
          m_job(std::move(job)),
          m_issues(QFileInfo(m_path).fileName(), m_layout) {}

    Result<TypedFile> run() {
        Result<std::unique_ptr<RowSource>> source = openRows(m_path, m_options, m_job);
        if (!source) return fail(source.error());
        m_file.info = (*source)->info();
        if (auto error = sample(**source)) return fail(*error);
        m_layout = findLayout(m_sample.front());
        if (m_layout.headers.size() > qsizetype(maxColumns))
            return fail(unusable(tr("%1 has more than 16,384 columns, more than a table can have.")));
        describeLayout();
        for (qsizetype column = 0; column < m_layout.headers.size(); ++column)
            m_wanted.push_back(std::size_t(column));
        std::vector<TypeSurvey> surveys = surveySample();
        decideFormats(surveys);
        reserveStores((*source)->totalBytes());
        if (auto error = readAll(**source, std::exchange(m_sample, {}), true)) return fail(*error);
        if (m_file.table.sourceRow.empty())
            return fail(unusable(m_file.rejected.empty() ? tr("%1 has a header but no rows.")
                                                         : tr("%1 has no row that fits its header.")));
        if (!m_sampledAll)
            if (auto error = readAgain()) return fail(*error);
        finish();
        return std::move(m_file);
    }

    /// Whether the beginning of the file was trusted wrongly; its result says nothing then.
    bool misled() const { return m_misled; }

private:
    std::optional<Error> stopOf(const RowBatch& batch) {
        m_misled = m_misled || batch.misread;
        if (m_misled) return Error{};  // told to nobody: the file is read again
        return batch.stop ? std::optional(stopError(batch, m_path)) : std::nullopt;
    }

    Error unusable(const QString& sentence) const {
        return {ErrorCode::InputUnusable, sentence.arg(QFileInfo(m_path).fileName()), {}};
    }

    std::optional<Error> sample(RowSource& source) {
        qint64 lines = 0;
        while (m_sample.size() < sampleBatches) {
            RowBatch batch;
            const Result<bool> more = source.next(batch, m_job);
            if (!more) return more.error();
            m_sampledAll = !*more;
            if (m_sampledAll) break;
            source.split(batch);
            batch.firstLine = lines + 1;
            lines += batch.lineCount;
            if (auto error = stopOf(batch)) return error;
            if (batch.rows() > 0 || !m_sample.empty()) m_sample.push_back(std::move(batch));
        }
        if (m_sample.empty()) return unusable(tr("%1 holds no data."));
        return std::nullopt;
    }

    void describeLayout() {
        const RowBatch& first = m_sample.front();
        m_file.headerRow = m_layout.hasHeader ? first.line(m_layout.headerRow) : 0;
        if (m_layout.headerRow > 0)
            m_issues.note(Severity::Note, QStringLiteral("preamble"), {},
                          tr("The table begins in row %1; what stands above is left out.")
                              .arg(first.line(m_layout.headerRow)),
                          first.line(0));
        for (std::size_t row = 0; row < m_layout.headerRow; ++row)
            m_issues.note(Severity::Note, QStringLiteral("preamble-row"), {},
                          tr("Left out above the table: %1").arg(textOf(first, row)), first.line(row));
        if (m_layout.hasHeader && m_layout.headerRows > 1)
            m_issues.note(Severity::Note, QStringLiteral("header-rows"), {},
                          tr("The header has several rows; their texts are joined."), m_file.headerRow);
        if (m_layout.hasOtherNames) {
            const std::size_t row = m_layout.headerRow + m_layout.headerRows;
            m_issues.note(Severity::Note, QStringLiteral("other-names"), {},
                          tr("Other names of the columns, left out: %1").arg(textOf(first, row)),
                          first.line(row));
        }
        if (m_layout.hasUnits) describeUnits(first, m_layout.firstDataRow() - 1);
        if (m_file.info.confidence < 0.8)
            m_issues.note(Severity::Warning, QStringLiteral("encoding-guessed"), {},
                          tr("The encoding is a guess: %1. If letters look wrong, choose another one.")
                              .arg(m_file.info.encoding));
        if (!m_layout.hasHeader)
            m_issues.note(Severity::Note, QStringLiteral("no-header"), {},
                          tr("The file has no header; its columns are called by their letters."));
        for (qsizetype i = 0; m_layout.hasHeader && i < m_layout.headers.size(); ++i)
            if (m_layout.headers[i] != m_layout.written[i] && !m_layout.written[i].isEmpty())
                m_issues.note(Severity::Note, QStringLiteral("header-repeated"), m_layout.headers[i],
                              tr("“%1” is the name of several columns; this one is now called “%2”.")
                                  .arg(m_layout.written[i], m_layout.headers[i]),
                              m_file.headerRow);
    }

    void describeUnits(const RowBatch& batch, std::size_t row) {
        m_issues.note(Severity::Note, QStringLiteral("units"), {},
                      tr("Units of the columns, left out: %1").arg(textOf(batch, row)), batch.line(row));
        for (qsizetype column = 0; column < m_layout.headers.size(); ++column)
            if (const std::string_view text = batch.cell(row, std::size_t(column)).text; isUnit(text))
                m_issues.note(Severity::Note, QStringLiteral("unit"), m_layout.headers[column],
                              tr("Unit, by the row below the header: %1").arg(toQString(text).trimmed()),
                              batch.line(row), toQString(text).trimmed());
    }

    /// The cells of a row that have a value, for a sentence.
    static QString textOf(const RowBatch& batch, std::size_t row) {
        QStringList cells;
        for (std::size_t column = 0; column < batch.width(row); ++column)
            if (const QString text = toQString(batch.cell(row, column).text).trimmed(); !text.isEmpty())
                cells << text;
        return cells.join(QStringLiteral(" · "));
    }

    std::size_t firstRow(std::size_t index) const { return index == 0 ? m_layout.firstDataRow() : 0; }

    /// One survey per wanted column, each on its own thread.
    std::vector<TypeSurvey> surveySample() {
        std::vector<TypeSurvey> surveys = newSurveys();
        for (std::size_t i = 0; i < m_sample.size(); ++i) {
            const RowChoice choice = chooseRows(m_sample[i], firstRow(i), m_layout);
            m_sampleRows += choice.taken.size();
            m_sampledBytes = m_sample[i].doneBytes;
            survey(m_sample[i], choice, surveys);
        }
        return surveys;
    }

    std::vector<TypeSurvey> newSurveys() const {
        std::vector<TypeSurvey> surveys;
        surveys.reserve(m_wanted.size());
        for (const std::size_t column : m_wanted) {
            const QString& header = m_layout.headers[qsizetype(column)];
            surveys.emplace_back(header, m_wishes.value(header));
        }
        return surveys;
    }

    void survey(const RowBatch& batch, const RowChoice& choice, std::vector<TypeSurvey>& surveys) const {
        parallelFor(surveys.size(), m_threads, [&](std::size_t i) {
            for (const std::uint32_t row : choice.taken) surveys[i].add(batch.cell(row, m_wanted[i]));
        });
    }

    void decideFormats(std::vector<TypeSurvey>& surveys) {
        parallelFor(surveys.size(), m_threads, [&](std::size_t i) { surveys[i].close(); });
        const auto decideAll = [&](const FormatHints& hints) {
            m_formats.clear();
            for (const TypeSurvey& one : surveys) m_formats.push_back(one.decide(hints));
        };
        decideAll(m_hints);
        for (const ColumnFormat& format : m_formats) {
            const bool number = format.type == ColumnType::Number || format.type == ColumnType::Money ||
                                format.type == ColumnType::Percent;
            if (number && format.certainMark && !m_hints.decimal) m_hints.decimal = format.decimal;
            if (format.type == ColumnType::Date && format.certainOrder && !m_hints.dayFirst)
                m_hints.dayFirst = format.dayFirst;
        }
        // Where a comma cannot part the cells, it is mostly because numbers need it.
        FormatHints hints = m_hints;
        if (!hints.decimal && m_file.info.delimiter == u";") hints.decimal = ',';
        decideAll(hints);
    }

    /// For about as many rows as the sample promises; `allBytes` as the source counts them.
    void reserveStores(qint64 allBytes) {
        const double share = std::min(1.0, double(m_sampledBytes) / double(std::max<qint64>(1, allBytes)));
        const std::size_t rows =
            m_sampledAll || share <= 0 ? m_sampleRows : std::size_t(double(m_sampleRows) / share * 1.02);
        for (std::size_t i = 0; i < m_formats.size(); ++i) {
            m_stores.emplace_back(m_formats[i]);
            m_stores.back().reserve(rows);
        }
        m_file.table.sourceRow.reserve(rows);
    }

    /// Reads all batches into the stores of the wanted columns. Only the first time do rows leave a trace.
    std::optional<Error> readAll(RowSource& source, std::vector<RowBatch> ready, bool firstTime) {
        const QString what = tr("Reading %1").arg(QFileInfo(m_path).fileName());
        return forEachBatch(
            source, std::move(ready), m_threads, m_job,
            [&](const RowBatch& batch, std::size_t index) {
                TypedBatch typed{chooseRows(batch, firstRow(index), m_layout), {}};
                typed.parts.reserve(m_wanted.size());
                for (std::size_t i = 0; i < m_wanted.size(); ++i)
                    typed.parts.push_back(readColumn(batch, typed.rows.taken, m_wanted[i], m_formats[i]));
                return typed;
            },
            [&](const RowBatch& batch, TypedBatch&& typed) -> std::optional<Error> {
                m_job.report(batch.doneBytes, source.totalBytes(), what);
                if (auto error = stopOf(batch)) return error;
                if (firstTime)
                    if (auto error = takeRows(batch, typed.rows)) return error;
                for (std::size_t i = 0; i < m_wanted.size(); ++i) {
                    m_stores[m_wanted[i]].append(typed.parts[i]);
                    for (const ColumnPart::Misfit& misfit : typed.parts[i].misfits)
                        m_issues.cell(batch, misfit.row, m_wanted[i], misfit.problem);
                }
                return std::nullopt;
            });
    }

    std::optional<Error> takeRows(const RowBatch& batch, const RowChoice& choice) {
        for (const std::uint32_t row : choice.taken)
            m_file.table.sourceRow.push_back(std::uint32_t(batch.line(row)));
        for (const RowChoice::Odd& odd : choice.doubtful) m_issues.row(batch, odd);
        for (const RowChoice::Odd& odd : choice.rejected) {
            QStringList cells;
            for (std::size_t column = 0; column < batch.width(odd.row); ++column)
                cells << toQString(batch.cell(odd.row, column).text);
            m_file.rejected.push_back({0, batch.line(odd.row), cells, rejectReason(batch, odd, m_layout)});
        }
        if (m_file.rejected.size() > mostRejected)
            return unusable(tr(
                "%1 is no table: more than 200,000 of its rows do not fit its header. Check the delimiter."));
        return std::nullopt;
    }

    /// Whether the cells after the sample speak against the type of a column.
    static bool isDoubtful(const ColumnStore& store) {
        const ColumnFormat& format = store.format();
        if (format.forced) return false;
        if (format.unknown) return store.values() > 0;
        if (store.holdsOnlyZerosAndOnes()) return true;
        const qint64 values = store.values() + store.misfits();
        const qint64 ids = store.misfits(CellProblem::LeadingZero) + store.misfits(CellProblem::TooLong);
        return !areFew(store.misfits(), values) || ids * 50 > values ||
               store.misfits(CellProblem::OtherMark) > 0 || store.misfits(CellProblem::OtherOrder) > 0 ||
               store.misfits(CellProblem::NotYesOrNo) > 0 || store.misfits(CellProblem::NoPercent) > 0;
    }

    std::optional<Error> readAgain() {
        m_wanted.clear();
        for (std::size_t column = 0; column < m_stores.size(); ++column)
            if (isDoubtful(m_stores[column])) m_wanted.push_back(column);
        if (m_wanted.empty()) return std::nullopt;
        std::vector<TypeSurvey> surveys = newSurveys();
        const auto pass = [&](auto body) -> std::optional<Error> {
            Result<std::unique_ptr<RowSource>> source = openRows(m_path, m_options, m_job);
            return source ? body(**source) : source.error();
        };
        if (auto error = pass([&](RowSource& source) {
                return forEachBatch(
                    source, {}, m_threads, m_job,
                    [&](const RowBatch& batch, std::size_t index) {
                        return chooseRows(batch, firstRow(index), m_layout);
                    },
                    [&](const RowBatch& batch, const RowChoice& choice) -> std::optional<Error> {
                        survey(batch, choice, surveys);
                        return std::nullopt;
                    });
            }))
            return error;
        decideFormats(surveys);
        for (std::size_t i = 0; i < m_wanted.size(); ++i) {
            m_stores[m_wanted[i]] = ColumnStore(m_formats[i]);
            m_stores[m_wanted[i]].reserve(m_file.table.sourceRow.size());
            m_issues.forgetColumn(m_wanted[i]);
        }
        return pass([&](RowSource& source) { return readAll(source, {}, false); });
    }

    void finish() {
        m_file.table.rows = m_file.table.sourceRow.size();
        std::vector<Column> columns(m_stores.size());
        std::vector<ValueNotes> notes(m_stores.size());
        parallelFor(m_stores.size(), m_threads, [&](std::size_t i) {
            columns[i] = m_stores[i].finish();
            notes[i] = lookAtValues(columns[i], m_layout.headers.at(qsizetype(i)));
        });
        for (std::size_t column = 0; column < m_stores.size(); ++column) {
            const ColumnStore& store = m_stores[column];
            const QString& header = m_layout.headers[qsizetype(column)];
            if (m_layout.hasHeader && m_layout.written[qsizetype(column)].isEmpty() &&
                store.values() + store.misfits() == 0)
                continue;
            noteFormat(store, header, m_issues);
            noteValues(notes[column], header, m_file.table.sourceRow, m_issues, m_file.proposals);
            m_file.evidence.push_back(evidenceOf(store, columns[column]));
            m_file.table.fields.push_back({header, std::move(columns[column])});
        }
        m_file.issues = m_issues.take();
    }

    const QString m_path;
    const ReadOptions m_options;
    const QHash<QString, ColumnWish> m_wishes;
    const unsigned m_threads;
    const Job m_job;

    TypedFile m_file;
    TableLayout m_layout;
    IssueList m_issues;
    bool m_misled = false;
    std::vector<RowBatch> m_sample;
    bool m_sampledAll = false;
    std::size_t m_sampleRows = 0;
    qint64 m_sampledBytes = 0;  ///< as the source counts them
    FormatHints m_hints;
    std::vector<std::size_t> m_wanted;    ///< columns being read
    std::vector<ColumnFormat> m_formats;  ///< of the wanted columns
    std::vector<ColumnStore> m_stores;    ///< of all columns
};

}  // namespace

Result<TypedFile> readTable(const QString& path, const ReadOptions& options,
                            const QHash<QString, ColumnWish>& wishes, unsigned threads, const Job& job) {
    ReadOptions trusting = options;
    trusting.trustStart = true;
    FileTyping typing(path, trusting, wishes, threads, job);
    Result<TypedFile> file = typing.run();
    return typing.misled() ? FileTyping(path, options, wishes, threads, job).run() : std::move(file);
}

}  // namespace icp
