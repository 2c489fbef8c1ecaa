#include "core/typing/booleantext.h"

#include "core/base/blank.h"

#include <algorithm>
#include <array>

namespace icp {

namespace {

struct Spelling {
    std::string_view text;  ///< lower case as far as ASCII goes
    BooleanWord word;
};

constexpr std::array spellings{
    Spelling{"1", BooleanWord::One},          Spelling{"0", BooleanWord::Zero},
    Spelling{"yes", BooleanWord::Yes},        Spelling{"no", BooleanWord::No},
    Spelling{"true", BooleanWord::Yes},       Spelling{"false", BooleanWord::No},
    Spelling{"y", BooleanWord::YesLetter},    Spelling{"n", BooleanWord::NoLetter},
    Spelling{"t", BooleanWord::TrueLetter},   Spelling{"f", BooleanWord::FalseLetter},
    Spelling{"x", BooleanWord::Mark},         Spelling{"✓", BooleanWord::Mark},
    Spelling{"✔", BooleanWord::Mark},         Spelling{"☑", BooleanWord::Mark},
    Spelling{"✅", BooleanWord::Mark},         Spelling{"✗", BooleanWord::No},
    Spelling{"✘", BooleanWord::No},           Spelling{"☐", BooleanWord::No},
    Spelling{"❌", BooleanWord::No},           Spelling{"on", BooleanWord::Yes},
    Spelling{"off", BooleanWord::No},         Spelling{"ja", BooleanWord::Yes},
    Spelling{"nein", BooleanWord::No},        Spelling{"j", BooleanWord::YesLetter},
    Spelling{"wahr", BooleanWord::Yes},       Spelling{"falsch", BooleanWord::No},
    Spelling{"oui", BooleanWord::Yes},        Spelling{"non", BooleanWord::No},
    Spelling{"vrai", BooleanWord::Yes},       Spelling{"faux", BooleanWord::No},
    Spelling{"sí", BooleanWord::Yes},         Spelling{"sÍ", BooleanWord::Yes},
    Spelling{"si", BooleanWord::Yes},         Spelling{"sì", BooleanWord::Yes},
    Spelling{"verdadero", BooleanWord::Yes},  Spelling{"falso", BooleanWord::No},
    Spelling{"sim", BooleanWord::Yes},        Spelling{"não", BooleanWord::No},
    Spelling{"nao", BooleanWord::No},         Spelling{"nÃo", BooleanWord::No},
    Spelling{"verdadeiro", BooleanWord::Yes}, Spelling{"はい", BooleanWord::Yes},
    Spelling{"いいえ", BooleanWord::No},      Spelling{"有", BooleanWord::Yes},
    Spelling{"無", BooleanWord::No},          Spelling{"vero", BooleanWord::Yes},
    Spelling{"nee", BooleanWord::No},         Spelling{"waar", BooleanWord::Yes},
    Spelling{"onwaar", BooleanWord::No},      Spelling{"tak", BooleanWord::Yes},
    Spelling{"nie", BooleanWord::No},         Spelling{"да", BooleanWord::Yes},
    Spelling{"Да", BooleanWord::Yes},         Spelling{"нет", BooleanWord::No},
    Spelling{"Нет", BooleanWord::No},         Spelling{"nej", BooleanWord::No},
    Spelling{"nei", BooleanWord::No},         Spelling{"kyllä", BooleanWord::Yes},
    Spelling{"ei", BooleanWord::No},          Spelling{"ano", BooleanWord::Yes},
    Spelling{"ne", BooleanWord::No},          Spelling{"evet", BooleanWord::Yes},
    Spelling{"hayır", BooleanWord::No},       Spelling{"hayir", BooleanWord::No}};

}  // namespace

BooleanWord booleanWord(std::string_view text) {
    text = trimmed(text);
    std::array<char, 12> lower{};
    if (text.empty() || text.size() > lower.size()) return BooleanWord::None;
    std::transform(text.begin(), text.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; });
    const std::string_view word(lower.data(), text.size());
    const auto found = std::find_if(spellings.begin(), spellings.end(),
                                    [&](const Spelling& spelling) { return spelling.text == word; });
    return found == spellings.end() ? BooleanWord::None : found->word;
}

std::optional<bool> readBoolean(std::string_view text) {
    switch (booleanWord(text)) {
        case BooleanWord::Yes:
        case BooleanWord::One:
        case BooleanWord::YesLetter:
        case BooleanWord::TrueLetter:
        case BooleanWord::Mark:
            return true;
        case BooleanWord::No:
        case BooleanWord::Zero:
        case BooleanWord::NoLetter:
        case BooleanWord::FalseLetter:
            return false;
        case BooleanWord::None:
            break;
    }
    return std::nullopt;
}

}  // namespace icp
