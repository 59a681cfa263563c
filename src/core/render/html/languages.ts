import type { Features } from '../versions.ts';

/**
 * What Chroma highlights: the first words of info strings that Hugo gives a `<div class="highlight">`, as tried
 * with Hugo 0.111.3, 0.131.0 and 0.169.0. Names and aliases match in any case, extensions and file names exactly.
 */
interface Languages {
  readonly names: ReadonlySet<string>;
  readonly files: ReadonlySet<string>;
}

function languages(names: string, files: string): Languages {
  return { names: new Set(names.split(' ')), files: new Set(files.split(' ')) };
}

const oldest = languages(
  '1 1s 1s:enterprise 9 abap abl abnf aconf actionscript actionscript3 ada ada2005 ada95 al angular2 ' +
    'antlr apache apacheconf apl applescript arduino arexx armasm as as3 asm awk b3d ballerina bas bash ' +
    'bash-session basic bat batch batchfile bf bib bibtex bicep bind blitzbasic bnf bplus bqn brainfuck ' +
    'bsdmake c c# c++ caddy caddy-d caddyfile caddyfile-d caddyfile-directives capnp cassandra cassette ' +
    'ceylon cf3 cfengine3 cfg cfs cfstatement chai chaiscript chapel cheetah chpl cl clj clojure cmake ' +
    'cob cobol coffee coffee-script coffeescript common-lisp console coq cpp cpy cql cr crystal csh ' +
    'csharp css cucumber cython d dart diff django django/jinja dns docker dockerfile dosbatch dosini dtd ' +
    'duby dylan ebnf elisp elixir elm emacs emacs-lisp emacslisp epf erf erlang ex exs f f03 f90 f95 ' +
    'factor feature fennel fish fishshell fnl forth fortran fortranfixed fsharp gas gawk gd gdscript ' +
    'genshi genshitext gherkin glsl gnuplot go go-html-template go-text-template golang gql graphql ' +
    'graphqls groff groovy gsed h handlebars haskell haxe hbs hcl hexdump hh hlb hlsl hs html html+genshi ' +
    'html+kid http hx hxsl hy hylang idr idris igor igorpro ini io j java java-properties javascript ' +
    'jinja jl js json jsx julia jungle kid kotlin ksh latex lighttpd lighty lisp llvm lua m2 make ' +
    'makefile mako man mariadb markdown mason mathematica matlab mawk mcfunction md meson meson.build ' +
    'metal mf minizinc mkd mlir mma modula-2 modula2 monkeyc morrowind morrowindscript mwscript myghty ' +
    'mysql mzn nasm nawk nb newspeak ng2 nginx nim nimrod nix nixos no-highlight nroff obj-c objc ' +
    'objective-c objectivec ocaml octave ones onesenterprise openedge openedgeabl openscad org orgmode ' +
    'pacmanconf perl perl6 php php3 php4 php5 phtml pig pkgconfig pl pl/pgsql pl6 plain plaintext plc ' +
    'plpgsql plutus-core pony posh postgres postgresql postscr postscript pov povray powerquery ' +
    'powershell pq progress prolog promql properties proto protobuf ps1 psd1 psl psm1 puppet pwsh py py2 ' +
    'py3 pyrex python python2 python3 pyx qbasic qbs qml r racket ragel raku rb react reason reasonml reg ' +
    'registry rest restructuredtext rexx rkt rs rst ruby rust s sage sas sass scala scheme scilab scm ' +
    'scss sed sh shell shell-session sieve smalltalk smarty sml snobol sol solidity sparql spitfire splus ' +
    'sql squeak squid squid.conf squidconf ssed st stas stylus sv svelte swift systemd systemverilog ' +
    't-sql tablegen tape tasm tcl tcsh termcap terminfo terraform tex text tf thrift toml tradingview ' +
    'transact-sql ts tsql tsx turing turtle tv twig typescript typoscript typoscriptcssdata ' +
    'typoscripthtmldata udiff v vala vapi vb.net vbnet verilog vhdl vhs vim viml vlang vsh vshell vue ' +
    'vuejs wdte whiley winbatch xml xml+genshi xml+kid xorg xorg.conf yaml yang zed zig zone zsh',
  '.Renviron .Rhistory .Rprofile .bashrc .editorconfig .env .exrc .gitconfig .gvimrc .htaccess ' +
    '.pylintrc .vimrc .zshrc 1p 3pm 6pl 6pm BSDmakefile BUCK BUILD.bazel CMakeLists.txt GNUmakefile ' +
    'Gemfile PKGBUILD PROC Rakefile SConscript SConstruct TRIG WORKSPACE _exrc _gvimrc _vimrc adb ads ' +
    'apache.conf apache2.conf autodelegate autohandler automount aux b bal bashrc bb bzl cc cdf cf cjs ' +
    'cls cmd cp cs csproj cts cxx dal decls def device dhandler di dnssd dyl dzn ebuild ecl eclass el env ' +
    'eps erl es escript exheres-0 exlib frag frt fs fsi fsproj fth fun fzn gemspec geo go.tmpl gradle ' +
    'gvimrc h++ hlsli hpp hrl htm hxx i idc ijs inc inf ino intr ipf jsm jy kt link ll load m ma mak mao ' +
    'mc meson_options.txt mhtml mi mjs mk ml mli mll mly mod mount mts myt nbp netdev network nginx.conf ' +
    'nqp ns2 p p6 p6l p6m pacman.conf patch path pc plot plt pm pm6 pp pro ps pxd pxi pyi pylintrc pyw ' +
    'rake rakudoc rakumod rakutest rbw rbx re rei rex rktd rktl rq rs.in rss rvt rx sc scad sce sci scope ' +
    'service sh-session sig siv slice socket spt ss styl svg svh swap t tac target td termcap.src ' +
    'terminfo.src timer tmpl toc tpl tst ttl tu txt v.mod vb vcxproj vert vhd vimrc vv w wlua wsdl wsf ' +
    'xbm xhtml xpm xsd xsl xslt yml zshrc',
);

const by0131 = languages(
  'agda ahk alloy aql autohotkey autoit cue dax desktop desktop_entry edn gd3 gdscript3 gleam ' +
    'go-template hare hc hc.z holyc iscdhcpd materialize mzsql natural ndisasm objectpascal odin promela ' +
    'prql rego rpmspec smali sourcepawn sp spec tal ucode uxntal wgsl z80',
  '.justfile Justfile MODULE.bazel NS7 NSA NSC NSG NSL NSM NSN NSP NSS Pipfile REPO.bazel Vagrantfile ' +
    'WORKSPACE.bazel WORKSPACE.bzlmod ahkl als au3 avsc cginc dhcpd.conf dpk dpr eex fx fxh gotmpl ha ' +
    'justfile lpk lpr mt mx pas pml poetry.lock pr prm prom tpp uc wl',
);

const by0169 = languages(
  'ampl ansible art arturo atl beef build c3 containerfile core csv devicetree dts erb gemfile-lock ' +
    'gemfile.lock gemfilelock gemini gemtext gettext gmi gmni html+erb html+ruby janet jsonata jsonl ' +
    'jsonnet kak kakoune kakrc kakscript kdl lateralus lean lean4 lilypond lox ltl luau markless mbt mcf ' +
    'mess microcad modelica mojo moon moonbit moonscript nsh nsi nsis nu po pot rgbasm rhtml ring rpgle ' +
    'salt scdoc sls snbt spade sqlrpgle starlark templ txtpb typst vtt wast wat webvtt yaml+jinja 🔥',
  '.luaurc .pryrc APKBUILD Appraisals c3i c3t container dtsi epsf epsi gemfile html.erb image jdn ' +
    'json.jbuilder json5 jsonc kts kube libsonnet ly mcad meson.options mo pbtxt pfa pod qrc rform rh run ' +
    'scd star t42 textpb textproto typ ucad uv.lock volume xml.erb zon µcad',
);

function has({ names, files }: Languages, language: string): boolean {
  return files.has(language) || names.has(language.toLowerCase());
}

/** Whether Chroma has a lexer for the language of a fence. */
export function isHighlighted(language: string, features: Features): boolean {
  if (has(oldest, language)) return true;
  return (features.lexersOf0131 && has(by0131, language)) || (features.lexersOf0169 && has(by0169, language));
}
