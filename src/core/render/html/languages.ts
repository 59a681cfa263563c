import type { Features } from '../../hugo/behaviour.ts';

/**
 * What Chroma highlights: the first words of info strings that Hugo gives a `<div class="highlight">`, as tried
 * with Hugo 0.111.3, 0.131.0 and 0.169.0. Names and aliases match in any case; a word is a file name, or the
 * extension of one, too: `main.go`, `.js`, `Gemfile` (chroma registry.go).
 */
interface Languages {
  readonly names: ReadonlySet<string>;
  readonly extensions: ReadonlySet<string>;
  readonly files: ReadonlySet<string>;
}

function languages(names: string, extensions: string, files: string): Languages {
  return {
    names: new Set(names.split(' ')),
    extensions: new Set(extensions.split(' ')),
    files: new Set(files.split(' ')),
  };
}

const oldest = languages(
  '1 1s 1s:enterprise 9 abap abl abnf aconf actionscript actionscript3 ada ada2005 ada95 al ' +
    'angular2 antlr apache apacheconf apl applescript arduino arexx armasm as as3 asm awk b3d ' +
    'ballerina bas bash bash-session basic bat batch batchfile bf bib bibtex bicep bind blitzbasic ' +
    'bnf bplus bqn brainfuck bsdmake c c# c++ caddy caddy-d caddyfile caddyfile-d ' +
    'caddyfile-directives capnp cassandra cassette ceylon cf3 cfengine3 cfg cfs cfstatement chai ' +
    'chaiscript chapel cheetah chpl cl clj clojure cmake cob cobol coffee coffee-script coffeescript ' +
    'common-lisp console coq cpp cpy cql cr crystal csh csharp css cucumber cython d dart diff ' +
    'django django/jinja dns docker dockerfile dosbatch dosini dtd duby dylan ebnf elisp elixir elm ' +
    'emacs emacs-lisp emacslisp epf erf erlang ex exs f f03 f90 f95 factor feature fennel fish ' +
    'fishshell fnl forth fortran fortranfixed fsharp gas gawk gd gdscript genshi genshitext gherkin ' +
    'glsl gnuplot go go-html-template go-text-template golang gql graphql graphqls groff groovy gsed ' +
    'h handlebars haskell haxe hbs hcl hexdump hh hlb hlsl hs html html+genshi html+kid http hx hxsl ' +
    'hy hylang idr idris igor igorpro ini io j java java-properties javascript jinja jl js json jsx ' +
    'julia jungle kid kotlin ksh latex lighttpd lighty lisp llvm lua m2 make makefile mako man ' +
    'mariadb markdown mason mathematica matlab mawk mcfunction md meson meson.build metal mf ' +
    'minizinc mkd mlir mma modula-2 modula2 monkeyc morrowind morrowindscript mwscript myghty mysql ' +
    'mzn nasm nawk nb newspeak ng2 nginx nim nimrod nix nixos no-highlight nroff obj-c objc ' +
    'objective-c objectivec ocaml octave ones onesenterprise openedge openedgeabl openscad org ' +
    'orgmode pacmanconf perl perl6 php php3 php4 php5 phtml pig pkgconfig pl pl/pgsql pl6 plain ' +
    'plaintext plc plpgsql plutus-core pony posh postgres postgresql postscr postscript pov povray ' +
    'powerquery powershell pq progress prolog promql properties proto protobuf ps1 psd1 psl psm1 ' +
    'puppet pwsh py py2 py3 pyrex python python2 python3 pyx qbasic qbs qml r racket ragel raku rb ' +
    'react reason reasonml reg registry rest restructuredtext rexx rkt rs rst ruby rust s sage sas ' +
    'sass scala scheme scilab scm scss sed sh shell shell-session sieve smalltalk smarty sml snobol ' +
    'sol solidity sparql spitfire splus sql squeak squid squid.conf squidconf ssed st stas stylus sv ' +
    'svelte swift systemd systemverilog t-sql tablegen tape tasm tcl tcsh termcap terminfo terraform ' +
    'tex text tf thrift toml tradingview transact-sql ts tsql tsx turing turtle tv twig typescript ' +
    'typoscript typoscriptcssdata typoscripthtmldata udiff v vala vapi vb.net vbnet verilog vhdl vhs ' +
    'vim viml vlang vsh vshell vue vuejs wdte whiley winbatch xml xml+genshi xml+kid xorg xorg.conf ' +
    'yaml yang zed zig zone zsh',
  '.env .zshrc 1 1p 3pm 6pl 6pm 9 ABAP ASM BAS BATCH C CMakeLists.txt COB CPP CPY EPF ERF F F03 ' +
    'F90 F95 FEATURE H PROC R S SAS TRIG abap abnf ada adb ads al apl applescript arexx as asm ' +
    'automount aux awk b bal bas bash bat bb bf bib bicep bnf bqn bzl c c++ capnp cc cdf ceylon cf ' +
    'cfg chai chpl cjs cl clj cls cmake cmd cob coffee cp cpp cpy cql cr cs csh csproj css cts cxx d ' +
    'dal dart decls def device di diff dnssd docker dtd duby dyl dylan dzn ebnf ebuild ecl eclass el ' +
    'elm env epf eps erf erl es escript ex exheres-0 exlib exs f f03 f90 f95 factor feature fennel ' +
    'fish frag frt fs fsi fsproj fth fun fzn gd gemspec geo go go.tmpl gradle graphql graphqls ' +
    'groovy gsed h h++ handlebars hbs hcl hh hlb hlsl hlsli hpp hrl hs htm html hx hxsl hxx hy i idc ' +
    'idr ijs inc inf ini ino intr io ipf java jl js jsm json jsx jungle jy kid ksh kt link lisp ll ' +
    'load lua m ma mak man mao markdown mc mcfunction md meson_options.txt metal mhtml mi mjs mk mkd ' +
    'ml mli mlir mll mly mod mount mts myt mzn nb nbp netdev network nim nimrod nix nqp ns2 org p p6 ' +
    'p6l p6m patch path pc php php3 php4 php5 phtml pig pl pl6 plc plot plt pm pm6 pony pov pp pq ' +
    'pro prolog promql properties proto ps ps1 psd1 psl psm1 pxd pxi py pyi pyw pyx qbs qml r rake ' +
    'raku rakudoc rakumod rakutest rb rbw rbx re react reg rei rest rex rexx rkt rktd rktl rq rs ' +
    'rs.in rss rst rvt rx s sage sas sass sc scad scala sce sci scm scope scss sed service sh ' +
    'sh-session sieve sig siv slice sml snobol socket sol sparql spt sql ss ssed st stas styl sv ' +
    'svelte svg svh swap swift t tac tape target tasm tcl tcsh td tex text/prs.fallenstein.rst tf ' +
    'thrift timer tmpl toc toml tpl ts tst tsx ttl tu turing tv txt v v.mod vala vapi vb vcxproj ' +
    'vert vhd vhdl vim vsh vue vv w wdte whiley wlua wsdl wsf xbm xhtml xml xpm xsd xsl xslt yaml ' +
    'yang yml zed zig zsh zshrc',
  '.Renviron .Rhistory .Rprofile .bashrc .editorconfig .exrc .gitconfig .gvimrc .htaccess ' +
    '.pylintrc .vimrc BSDmakefile BUCK BUILD BUILD.bazel GNUmakefile Gemfile PKGBUILD Rakefile ' +
    'SConscript SConstruct WORKSPACE _exrc _gvimrc _vimrc apache.conf apache2.conf autodelegate ' +
    'autohandler bashrc dhandler gvimrc nginx.conf pacman.conf pylintrc termcap.src terminfo.src ' +
    'vimrc',
);

const by0131 = languages(
  'agda ahk alloy aql autohotkey autoit cue dax desktop desktop_entry edn gd3 gdscript3 gleam ' +
    'go-template hare hc hc.z holyc iscdhcpd materialize mzsql natural ndisasm objectpascal odin ' +
    'promela prql rego rpmspec smali sourcepawn sp spec tal ucode uxntal wgsl z80',
  'Dockerfile HC HC.Z HH NS7 NSA NSC NSG NSH NSL NSM NSN NSP NSS agda ahk ahkl als aql au3 avsc ' +
    'cginc cue dax desktop dpk dpr edn eex fx fxh gleam gotmpl ha hc hc.z lpk lpr mt mx nasm odin ' +
    'pas pml pr prm prom promela prql rego smali sp spec tal tpp twig uc wgsl wl z80 zone',
  '.justfile Justfile MODULE.bazel Pipfile REPO.bazel Vagrantfile WORKSPACE.bazel WORKSPACE.bzlmod ' +
    'dhcpd.conf justfile poetry.lock',
);

const by0169 = languages(
  'ampl ansible art arturo atl beef build c3 containerfile core csv devicetree dts erb ' +
    'gemfile-lock gemfile.lock gemfilelock gemini gemtext gettext gmi gmni html+erb html+ruby janet ' +
    'jsonata jsonl jsonnet kak kakoune kakrc kakscript kdl lateralus lean lean4 lilypond lox ltl ' +
    'luau markless mbt mcf mess microcad modelica mojo moon moonbit moonscript nsh nsi nsis nu po ' +
    'pot rgbasm rhtml ring rpgle salt scdoc sls snbt spade sqlrpgle starlark templ txtpb typst vtt ' +
    'wast wat webvtt yaml+jinja 🔥',
  'Containerfile RPGLE SQLRPGLE art atl build c3 c3i c3t container core csv dts dtsi epsf epsi erb ' +
    'gemfile gemfile.lock gemini gmi gmni html.erb image janet jdn json.jbuilder json5 jsonata jsonc ' +
    'jsonl jsonnet kak kdl kts kube lean libsonnet lox ltl luau ly markless mbt mcad meson.build ' +
    'mess mo mojo moon nsh nsi nu pbtxt pfa po pod pot qrc rform rh rhtml ring rpgle run scd scdoc ' +
    'sls snbt spade sqlrpgle star t42 templ textpb textproto txtpb typ ucad volume vtt wast wat ' +
    'xml.erb zon µcad 🔥',
  '.luaurc .pryrc APKBUILD Appraisals meson.options uv.lock',
);

/** No extension is longer. */
const LONGEST = 24;

/** Endings of copies and templates, which count for nothing. */
const copy =
  /(?:~|\.(?:bak|old|orig|dpkg-dist|dpkg-old|ucf-dist|ucf-new|ucf-old|rpmnew|rpmorig|rpmsave|in))$/;

const openNames = /^(?:(?:Docker|Container|Make)file\.|Caddyfile|\.env\.|\.?bash_)/;

function isFile({ extensions, files }: Languages, file: string): boolean {
  if (files.has(file)) return true;
  const last = Math.max(0, file.length - LONGEST);
  for (let dot = file.indexOf('.', last); dot >= 0; dot = file.indexOf('.', dot + 1)) {
    if (extensions.has(file.slice(dot + 1))) return true;
  }
  return extensions.has(file);
}

function has(known: Languages, language: string): boolean {
  if (known.names.has(language.toLowerCase())) return true;
  const file = language.slice(language.lastIndexOf('/') + 1);
  return isFile(known, file) || isFile(known, file.replace(copy, ''));
}

/** Whether Chroma has a lexer for the language of a fence. */
export function isHighlighted(language: string, features: Features): boolean {
  if (openNames.test(language) || has(oldest, language)) return true;
  return (features.lexersOf0131 && has(by0131, language)) || (features.lexersOf0169 && has(by0169, language));
}
