#include "core/typing/unitsrow.h"

#include "core/base/placeholder.h"
#include "core/base/text.h"
#include "core/typing/currencies.h"
#include "core/typing/typesurvey.h"

#include <QSet>

#include <algorithm>

namespace icp {

namespace {

QSet<QString> words(const char* all) {
    QSet<QString> set;
    for (const QString& word : QString::fromUtf8(all).split(u' ')) set.insert(word);
    return set;
}

bool isFramed(std::string_view text) {
    return text.size() > 2 &&
           ((text.front() == '(' && text.back() == ')') || (text.front() == '[' && text.back() == ']'));
}

/// A word of a unit: the unit itself, or what goes with one.
enum class Part { Other, Unit, Beside };

Part partOf(const QString& word) {
    static const QSet<QString> units = words(
        "% ‰ # € $ £ ¥ k€ k$ m€ m$ t€ teur tsd€ kg g t m km cm mm m² m2 km² l h min s d y yr yrs mo ms kwh "
        "mwh kw mw gb mb tb °c °f pcs pc units stück stk stück. st. pieces piece people persons person "
        "headcount "
        "heads employees users seats accounts licences licenses fte ftes days day hours hour hrs minutes "
        "mins seconds secs years year months month weeks week quarters quarter percent pct percentage points "
        "score ratio count number integer int float double decimal numeric text string varchar char date "
        "datetime "
        "timestamp time boolean bool yes/no currency picklist personen mitarbeiter mitarbeitende köpfe "
        "nutzer benutzer tage tag stunden std wochen monate jahre jahr prozent anzahl datum zahl personnes "
        "employés "
        "salariés jours heures semaines mois années ans pourcent nombre texte personas empleados días horas "
        "semanas meses años porcentaje número fecha texto pessoas funcionários dias anos porcentagem data "
        "persone dipendenti giorni ore settimane mesi anni personen medewerkers dagen uren weken maanden "
        "jaren 人 名 円 千円 百万円 日 時間 月 年 件 個 社");
    static const QSet<QString> beside = words(
        "in per of pro par por je a an the thousand thousands million millions mio mio. mn mm bn billion k m "
        "tsd tsd. mrd mrd. en mil milhões millones milliers millions annual annually p.a. pa monthly yearly "
        "iso us");
    if (word.isEmpty()) return Part::Beside;
    if (units.contains(word)) return Part::Unit;
    if (beside.contains(word)) return Part::Beside;
    const QByteArray bytes = word.toUtf8();
    const std::string_view view(bytes.constData(), std::size_t(bytes.size()));
    const CurrencyAt currency = currencyAt(view);
    return currency.size == view.size() && currency.size > 0 ? Part::Unit : Part::Other;
}

/// What such a row is called, in the interface languages.
bool isCaption(std::string_view text) {
    static const QSet<QString> captions =
        words("unit units unit: units: einheit einheiten unité unités unidad unidades unidade unità 単位");
    return text.size() <= 30 && captions.contains(toQString(text).toLower());
}

bool recurs(const RowBatch& batch, std::size_t row, std::size_t column) {
    const std::string_view text = batch.cell(row, column).text;
    const std::size_t end = std::min(batch.rows(), row + rowsLookedAt);
    for (std::size_t below = row + 1; below < end; ++below) {
        const std::string_view cell = trimmed(batch.cell(below, column).text);
        if (cell == trimmed(text) || (cell.size() < 4 && isUnit(cell))) return true;
    }
    return false;
}

}  // namespace

bool isUnit(std::string_view text) {
    text = trimmed(text);
    if (text.empty() || text.size() > 30) return false;
    if (isFramed(text)) return true;
    const QString lower = toQString(text).toLower();
    if (partOf(lower) == Part::Unit) return true;
    bool unit = false;
    for (const QString& word : QString(lower).replace(u'/', u' ').split(u' ')) {
        const Part part = partOf(word);
        if (part == Part::Other) return false;
        unit = unit || part == Part::Unit;
    }
    return unit;
}

bool isUnitsRow(const RowLooks& looks, std::size_t row) {
    const RowBatch& batch = looks.batch();
    const std::vector<bool> values = looks.valueColumns(row + 1);
    std::size_t framed = 0;
    std::size_t above = 0;   // units in bare words, above values
    std::size_t others = 0;  // words that are none, such as the caption of the row
    for (std::size_t column = 0; column < looks.width(); ++column) {
        const std::string_view text = trimmed(batch.cell(row, column).text);
        if (isBlank(text) || isPlaceholder(text) || (column == 0 && isCaption(text))) continue;
        const bool unit = isUnit(text);
        if (unit && isFramed(text)) {
            ++framed;
        } else if (looks.at(row, column) != Look::Word || (values[column] && !unit)) {
            return false;
        } else if (unit && values[column]) {
            ++above;
        } else if (recurs(batch, row, column)) {
            return false;
        } else {
            others += unit ? 0 : 1;
        }
    }
    if (framed > 0 && above == 0) return others == 0;
    return above > others;
}

}  // namespace icp
