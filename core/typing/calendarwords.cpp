#include "core/typing/calendarwords.h"

#include <algorithm>
#include <array>

namespace icp {

namespace {

/// Base letters of U+00C0 to U+017F; '*' is no letter.
constexpr std::string_view bases =
    "aaaaaaaceeeeiiiidnooooo*ouuuuytsaaaaaaaceeeeiiiidnooooo*ouuuuyty"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
    "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(bases.size() == 0x180 - 0xC0);

struct Month {
    std::string_view name;
    int month;
};

/// Full names, in both cases where dates need another than the nominative, and short forms that are no
/// beginnings or would be taken for another month.
constexpr std::array months{
    Month{"january", 1},      Month{"januar", 1},       Month{"januari", 1},       Month{"janvier", 1},
    Month{"enero", 1},        Month{"janeiro", 1},      Month{"gennaio", 1},       Month{"janner", 1},
    Month{"styczen", 1},      Month{"stycznia", 1},     Month{"leden", 1},         Month{"ledna", 1},
    Month{"tammikuuta", 1},   Month{"ocak", 1},         Month{"январь", 1},        Month{"января", 1},
    Month{"february", 2},     Month{"februar", 2},      Month{"februari", 2},      Month{"fevrier", 2},
    Month{"fvr", 2},          Month{"febrero", 2},      Month{"fevereiro", 2},     Month{"febbraio", 2},
    Month{"feber", 2},        Month{"luty", 2},         Month{"lutego", 2},        Month{"unor", 2},
    Month{"unora", 2},        Month{"helmikuuta", 2},   Month{"subat", 2},         Month{"февраль", 2},
    Month{"февраля", 2},      Month{"march", 3},        Month{"mar", 3},           Month{"marz", 3},
    Month{"mrz", 3},          Month{"maerz", 3},        Month{"mars", 3},          Month{"marts", 3},
    Month{"marzo", 3},        Month{"marco", 3},        Month{"maart", 3},         Month{"mrt", 3},
    Month{"marzec", 3},       Month{"marca", 3},        Month{"brezen", 3},        Month{"brezna", 3},
    Month{"maaliskuuta", 3},  Month{"mart", 3},         Month{"март", 3},          Month{"марта", 3},
    Month{"april", 4},        Month{"avril", 4},        Month{"abril", 4},         Month{"aprile", 4},
    Month{"kwiecien", 4},     Month{"kwietnia", 4},     Month{"duben", 4},         Month{"dubna", 4},
    Month{"huhtikuuta", 4},   Month{"nisan", 4},        Month{"апрель", 4},        Month{"апреля", 4},
    Month{"may", 5},          Month{"mai", 5},          Month{"mayo", 5},          Month{"maio", 5},
    Month{"maggio", 5},       Month{"mei", 5},          Month{"maj", 5},           Month{"maja", 5},
    Month{"kveten", 5},       Month{"kvetna", 5},       Month{"toukokuuta", 5},    Month{"mayis", 5},
    Month{"май", 5},          Month{"мая", 5},          Month{"june", 6},          Month{"juni", 6},
    Month{"juin", 6},         Month{"junio", 6},        Month{"junho", 6},         Month{"giugno", 6},
    Month{"czerwiec", 6},     Month{"czerwca", 6},      Month{"cerven", 6},        Month{"cervna", 6},
    Month{"kesakuuta", 6},    Month{"haziran", 6},      Month{"июнь", 6},          Month{"июня", 6},
    Month{"july", 7},         Month{"juli", 7},         Month{"juillet", 7},       Month{"julio", 7},
    Month{"julho", 7},        Month{"luglio", 7},       Month{"lipiec", 7},        Month{"lipca", 7},
    Month{"cervenec", 7},     Month{"cervence", 7},     Month{"heinakuuta", 7},    Month{"temmuz", 7},
    Month{"июль", 7},         Month{"июля", 7},         Month{"august", 8},        Month{"augusti", 8},
    Month{"aout", 8},         Month{"agosto", 8},       Month{"augustus", 8},      Month{"sierpien", 8},
    Month{"sierpnia", 8},     Month{"srpen", 8},        Month{"srpna", 8},         Month{"elokuuta", 8},
    Month{"agustos", 8},      Month{"август", 8},       Month{"августа", 8},       Month{"september", 9},
    Month{"septembre", 9},    Month{"septiembre", 9},   Month{"setembro", 9},      Month{"settembre", 9},
    Month{"wrzesien", 9},     Month{"wrzesnia", 9},     Month{"zari", 9},          Month{"syyskuuta", 9},
    Month{"eylul", 9},        Month{"сентябрь", 9},     Month{"сентября", 9},      Month{"october", 10},
    Month{"oktober", 10},     Month{"octobre", 10},     Month{"octubre", 10},      Month{"outubro", 10},
    Month{"ottobre", 10},     Month{"pazdziernik", 10}, Month{"pazdziernika", 10}, Month{"rijen", 10},
    Month{"rijna", 10},       Month{"lokakuuta", 10},   Month{"ekim", 10},         Month{"октябрь", 10},
    Month{"октября", 10},     Month{"november", 11},    Month{"novembre", 11},     Month{"noviembre", 11},
    Month{"novembro", 11},    Month{"listopad", 11},    Month{"listopada", 11},    Month{"listopadu", 11},
    Month{"marraskuuta", 11}, Month{"kasim", 11},       Month{"ноябрь", 11},       Month{"ноября", 11},
    Month{"december", 12},    Month{"dezember", 12},    Month{"decembre", 12},     Month{"diciembre", 12},
    Month{"dezembro", 12},    Month{"dicembre", 12},    Month{"desember", 12},     Month{"grudzien", 12},
    Month{"grudnia", 12},     Month{"prosinec", 12},    Month{"prosince", 12},     Month{"joulukuuta", 12},
    Month{"aralik", 12},      Month{"декабрь", 12},     Month{"декабря", 12}};

constexpr std::array<std::string_view, 105> weekdays{
    "monday",    "tuesday",     "wednesday", "thursday",   "friday",    "saturday",    "sunday",
    "montag",    "dienstag",    "mittwoch",  "donnerstag", "freitag",   "samstag",     "sonntag",
    "sonnabend", "lundi",       "mardi",     "mercredi",   "jeudi",     "vendredi",    "samedi",
    "dimanche",  "lunes",       "martes",    "miercoles",  "jueves",    "viernes",     "sabado",
    "domingo",   "segunda",     "terca",     "quarta",     "quinta",    "sexta",       "lunedi",
    "martedi",   "mercoledi",   "giovedi",   "venerdi",    "sabato",    "domenica",    "maandag",
    "dinsdag",   "woensdag",    "donderdag", "vrijdag",    "zaterdag",  "zondag",      "poniedzialek",
    "wtorek",    "sroda",       "czwartek",  "piatek",     "sobota",    "niedziela",   "pondeli",
    "utery",     "streda",      "ctvrtek",   "patek",      "nedele",    "mandag",      "tisdag",
    "onsdag",    "torsdag",     "fredag",    "lordag",     "sondag",    "tirsdag",     "maanantai",
    "tiistai",   "keskiviikko", "torstai",   "perjantai",  "lauantai",  "sunnuntai",   "pazartesi",
    "sali",      "carsamba",    "persembe",  "cuma",       "cumartesi", "pazar",       "понедельник",
    "вторник",   "среда",       "четверг",   "пятница",    "суббота",   "воскресенье", "пн",
    "вт",        "ср",          "чт",        "пт",         "сб",        "вс",          "mo",
    "tu",        "we",          "th",        "fr",         "sa",        "su",          "so"};

bool begins(std::string_view whole, std::string_view part) {
    return whole.front() == part.front() && whole.substr(0, part.size()) == part;
}

/// Letters of a word; a Cyrillic one has two bytes.
std::size_t letters(std::string_view word) {
    return std::size_t(std::count_if(word.begin(), word.end(),
                                     [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

}  // namespace

std::string plainWord(std::string_view text, std::size_t& size) {
    std::string word;
    for (size = 0; size < text.size();) {
        const auto first = static_cast<unsigned char>(text[size]);
        if (first < 0x80) {
            const char lower = char(first | 0x20);
            if (lower < 'a' || lower > 'z') break;
            word += lower;
            ++size;
            continue;
        }
        if (size + 1 >= text.size() || first < 0xC3 || first > 0xD1) break;
        const unsigned code = (first & 0x1FU) << 6 | (static_cast<unsigned char>(text[size + 1]) & 0x3FU);
        if (code < 0x180) {
            if (bases[code - 0xC0] == '*') break;
            word += bases[code - 0xC0];
        } else if (code >= 0x410 && code <= 0x44F) {
            const unsigned lower = code < 0x430 ? code + 0x20 : code;
            word += char(0xC0 | lower >> 6);
            word += char(0x80 | (lower & 0x3F));
        } else if (code < 0x300 || code >= 0x370) {
            break;
        }
        size += 2;
    }
    return word;
}

int monthNamed(std::string_view word) {
    if (letters(word) < 3) return 0;
    int found = 0;
    for (const Month& month : months) {
        if (!begins(month.name, word)) continue;
        if (month.name.size() == word.size()) return month.month;
        if (found != 0 && found != month.month) found = -1;
        if (found == 0) found = month.month;
    }
    // A later exact name wins over what was begun; two months begun are none.
    return std::max(found, 0);
}

bool isWeekday(std::string_view word) {
    const std::size_t size = letters(word);
    if (size < 2) return false;
    return std::any_of(weekdays.begin(), weekdays.end(), [&](std::string_view day) {
        return day == word || (size >= 3 && begins(day, word)) ||
               (size == 2 && day.size() > 4 && begins(day, word));
    });
}

}  // namespace icp
