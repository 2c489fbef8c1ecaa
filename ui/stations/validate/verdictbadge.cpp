#include "ui/stations/validate/verdictbadge.h"

#include "ui/theme/tokens.h"

namespace icp::ui {

Badge::Tone verdictTone(ClaimVerdict verdict) {
    switch (verdict) {
        case ClaimVerdict::Supported:
            return Badge::Tone::Ok;
        case ClaimVerdict::Contradicted:
            return Badge::Tone::Error;
        case ClaimVerdict::TooLittleData:
            return Badge::Tone::Grey;
        case ClaimVerdict::Anecdote:
            break;
    }
    return Badge::Tone::Warn;
}

std::pair<QColor, QColor> verdictColours(ClaimVerdict verdict, const Tokens& tokens) {
    switch (verdict) {
        case ClaimVerdict::Supported:
            return {tokens.okBg, tokens.okInk};
        case ClaimVerdict::Contradicted:
            return {tokens.errBg, tokens.errInk};
        case ClaimVerdict::TooLittleData:
            return {tokens.restSoft, tokens.ink2};
        case ClaimVerdict::Anecdote:
            break;
    }
    return {tokens.warnBg, tokens.warnInk};
}

}  // namespace icp::ui
