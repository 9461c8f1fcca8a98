// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/markdown/math_symbols.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace app {

namespace {

struct Symbol
{
    const char *command;
    const char16_t *text;
};

constexpr Symbol kSymbols[] = {
    {"alpha", u"α"},
    {"beta", u"β"},
    {"gamma", u"γ"},
    {"delta", u"δ"},
    {"epsilon", u"ϵ"},
    {"varepsilon", u"ε"},
    {"zeta", u"ζ"},
    {"eta", u"η"},
    {"theta", u"θ"},
    {"vartheta", u"ϑ"},
    {"iota", u"ι"},
    {"kappa", u"κ"},
    {"lambda", u"λ"},
    {"mu", u"μ"},
    {"nu", u"ν"},
    {"xi", u"ξ"},
    {"omicron", u"ο"},
    {"pi", u"π"},
    {"varpi", u"ϖ"},
    {"rho", u"ρ"},
    {"varrho", u"ϱ"},
    {"sigma", u"σ"},
    {"varsigma", u"ς"},
    {"tau", u"τ"},
    {"upsilon", u"υ"},
    {"phi", u"ϕ"},
    {"varphi", u"φ"},
    {"chi", u"χ"},
    {"psi", u"ψ"},
    {"omega", u"ω"},
    {"Gamma", u"Γ"},
    {"Delta", u"Δ"},
    {"Theta", u"Θ"},
    {"Lambda", u"Λ"},
    {"Xi", u"Ξ"},
    {"Pi", u"Π"},
    {"Sigma", u"Σ"},
    {"Upsilon", u"Υ"},
    {"Phi", u"Φ"},
    {"Psi", u"Ψ"},
    {"Omega", u"Ω"},
    {"le", u"≤"},
    {"leq", u"≤"},
    {"leqslant", u"⩽"},
    {"ge", u"≥"},
    {"geq", u"≥"},
    {"geqslant", u"⩾"},
    {"ne", u"≠"},
    {"neq", u"≠"},
    {"ll", u"≪"},
    {"gg", u"≫"},
    {"approx", u"≈"},
    {"equiv", u"≡"},
    {"cong", u"≅"},
    {"sim", u"∼"},
    {"simeq", u"≃"},
    {"propto", u"∝"},
    {"asymp", u"≍"},
    {"doteq", u"≐"},
    {"prec", u"≺"},
    {"succ", u"≻"},
    {"preceq", u"⪯"},
    {"succeq", u"⪰"},
    {"perp", u"⊥"},
    {"parallel", u"∥"},
    {"mid", u"∣"},
    {"nmid", u"∤"},
    {"models", u"⊨"},
    {"vdash", u"⊢"},
    {"dashv", u"⊣"},
    {"in", u"∈"},
    {"notin", u"∉"},
    {"ni", u"∋"},
    {"subset", u"⊂"},
    {"supset", u"⊃"},
    {"subseteq", u"⊆"},
    {"supseteq", u"⊇"},
    {"subsetneq", u"⊊"},
    {"cup", u"∪"},
    {"cap", u"∩"},
    {"setminus", u"∖"},
    {"emptyset", u"∅"},
    {"varnothing", u"∅"},
    {"forall", u"∀"},
    {"exists", u"∃"},
    {"nexists", u"∄"},
    {"neg", u"¬"},
    {"lnot", u"¬"},
    {"land", u"∧"},
    {"wedge", u"∧"},
    {"lor", u"∨"},
    {"vee", u"∨"},
    {"oplus", u"⊕"},
    {"ominus", u"⊖"},
    {"otimes", u"⊗"},
    {"odot", u"⊙"},
    {"pm", u"±"},
    {"mp", u"∓"},
    {"times", u"×"},
    {"div", u"÷"},
    {"cdot", u"·"},
    {"ast", u"∗"},
    {"star", u"⋆"},
    {"circ", u"∘"},
    {"bullet", u"•"},
    {"dagger", u"†"},
    {"to", u"→"},
    {"rightarrow", u"→"},
    {"leftarrow", u"←"},
    {"gets", u"←"},
    {"leftrightarrow", u"↔"},
    {"Rightarrow", u"⇒"},
    {"Leftarrow", u"⇐"},
    {"Leftrightarrow", u"⇔"},
    {"implies", u"⟹"},
    {"impliedby", u"⟸"},
    {"iff", u"⟺"},
    {"longrightarrow", u"⟶"},
    {"longleftarrow", u"⟵"},
    {"Longrightarrow", u"⟹"},
    {"mapsto", u"↦"},
    {"longmapsto", u"⟼"},
    {"uparrow", u"↑"},
    {"downarrow", u"↓"},
    {"hookrightarrow", u"↪"},
    {"rightharpoonup", u"⇀"},
    {"rightleftharpoons", u"⇌"},
    {"nearrow", u"↗"},
    {"searrow", u"↘"},
    {"sum", u"∑"},
    {"prod", u"∏"},
    {"coprod", u"∐"},
    {"int", u"∫"},
    {"iint", u"∬"},
    {"iiint", u"∭"},
    {"oint", u"∮"},
    {"bigcup", u"⋃"},
    {"bigcap", u"⋂"},
    {"bigoplus", u"⨁"},
    {"bigotimes", u"⨂"},
    {"bigwedge", u"⋀"},
    {"bigvee", u"⋁"},
    {"infty", u"∞"},
    {"partial", u"∂"},
    {"nabla", u"∇"},
    {"hbar", u"ℏ"},
    {"ell", u"ℓ"},
    {"Re", u"ℜ"},
    {"Im", u"ℑ"},
    {"aleph", u"ℵ"},
    {"wp", u"℘"},
    {"imath", u"ı"},
    {"jmath", u"ȷ"},
    {"angle", u"∠"},
    {"triangle", u"△"},
    {"square", u"□"},
    {"Box", u"□"},
    {"diamond", u"⋄"},
    {"therefore", u"∴"},
    {"because", u"∵"},
    {"top", u"⊤"},
    {"bot", u"⊥"},
    {"prime", u"′"},
    {"degree", u"°"},
    {"ldots", u"…"},
    {"dots", u"…"},
    {"cdots", u"⋯"},
    {"vdots", u"⋮"},
    {"ddots", u"⋱"},
    {"langle", u"⟨"},
    {"rangle", u"⟩"},
    {"lfloor", u"⌊"},
    {"rfloor", u"⌋"},
    {"lceil", u"⌈"},
    {"rceil", u"⌉"},
    {"lvert", u"|"},
    {"rvert", u"|"},
    {"vert", u"|"},
    {"lVert", u"‖"},
    {"rVert", u"‖"},
    {"Vert", u"‖"},
    {"lbrace", u"{"},
    {"rbrace", u"}"},
    {"lbrack", u"["},
    {"rbrack", u"]"},
    {"backslash", u"\\"},
    {"checkmark", u"✓"},
    {"colon", u":"},
    {"complement", u"∁"},
    {"amalg", u"⨿"},
    {"bowtie", u"⋈"},
    {"triangleq", u"≜"},
    {"coloneqq", u"≔"},
    {"blacksquare", u"■"},
    {"qed", u"∎"},
    {"euro", u"€"},
    {"pounds", u"£"},
    {"S", u"§"},
    {"P", u"¶"},
    {"copyright", u"©"},
};

/// Names that stand upright, as they are.
constexpr const char *kFunctions[] = {
    "sin",    "cos", "tan", "cot", "sec", "csc", "sinh", "cosh", "tanh", "coth", "arcsin", "arccos",
    "arctan", "exp", "log", "ln",  "lg",  "max", "min",  "sup",  "inf",  "lim",  "limsup", "liminf",
    "det",    "dim", "ker", "deg", "gcd", "arg", "Pr",   "hom",  "mod",  "bmod"};

struct Accent
{
    const char *command;
    char16_t mark;
};

constexpr Accent kAccents[] = {
    {"hat", 0x0302},   {"widehat", 0x0302},   {"bar", 0x0304},   {"overline", 0x0305},
    {"tilde", 0x0303}, {"widetilde", 0x0303}, {"vec", 0x20D7},   {"dot", 0x0307},
    {"ddot", 0x0308},  {"underline", 0x0332}, {"check", 0x030C}, {"acute", 0x0301},
    {"grave", 0x0300}, {"breve", 0x0306},
};

QHash<QByteArray, QString> allSymbols()
{
    QHash<QByteArray, QString> all;
    for (const Symbol &symbol : kSymbols)
        all.insert(symbol.command, QString::fromUtf16(symbol.text));
    for (const char *function : kFunctions)
        all.insert(function, QString::fromLatin1(function));
    return all;
}

/// Those that were in Unicode before the alphabets, and are left out there.
QString exception(QByteArrayView alphabet, QChar letter)
{
    static const QHash<QChar, QString> doubleStruck{{u'C', u"ℂ"_s}, {u'H', u"ℍ"_s}, {u'N', u"ℕ"_s},
                                                    {u'P', u"ℙ"_s}, {u'Q', u"ℚ"_s}, {u'R', u"ℝ"_s},
                                                    {u'Z', u"ℤ"_s}};
    static const QHash<QChar, QString> script{{u'B', u"ℬ"_s}, {u'E', u"ℰ"_s}, {u'F', u"ℱ"_s},
                                              {u'H', u"ℋ"_s}, {u'I', u"ℐ"_s}, {u'L', u"ℒ"_s},
                                              {u'M', u"ℳ"_s}, {u'R', u"ℛ"_s}};
    static const QHash<QChar, QString> fraktur{
        {u'C', u"ℭ"_s}, {u'H', u"ℌ"_s}, {u'I', u"ℑ"_s}, {u'R', u"ℜ"_s}, {u'Z', u"ℨ"_s}};
    return alphabet == "mathbb"     ? doubleStruck.value(letter)
           : alphabet == "mathfrak" ? fraktur.value(letter)
                                    : script.value(letter);
}

} // namespace

QString mathSymbol(QByteArrayView command)
{
    static const QHash<QByteArray, QString> all = allSymbols();
    return all.value(command.toByteArray());
}

QString mathLetter(QByteArrayView alphabet, QChar letter)
{
    if (letter < u'A' || letter > u'Z')
        return alphabet == "mathbb" && letter == u'1' ? u"𝟙"_s : QString();
    if (const QString found = exception(alphabet, letter); !found.isEmpty())
        return found;
    const char32_t start = alphabet == "mathbb"     ? 0x1D538
                           : alphabet == "mathfrak" ? 0x1D504
                                                    : 0x1D49C;
    const char32_t code = start + char32_t(letter.unicode() - u'A');
    return QString::fromUcs4(&code, 1);
}

QChar mathAccent(QByteArrayView command)
{
    for (const Accent &accent : kAccents) {
        if (command == accent.command)
            return accent.mark;
    }
    return {};
}

} // namespace app
