// Takes the place of @vscode/spdlog, a native module that is not built here. VS Code logs through it, and what an
// extension writes to an output channel takes the same way: without it the Output panel stays empty.
'use strict';
const fs = require('node:fs');
const path = require('node:path');

const levels = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];

class Logger {
  constructor(_type, _name, file) {
    this.file = file;
    this.level = levels.indexOf('info');
    this.format = (level, message) => {
      const local = new Date(Date.now() - new Date().getTimezoneOffset() * 60_000);
      return `${local.toISOString().replace('T', ' ').slice(0, -1)} [${level}] ${message}\n`;
    };
  }
  log(level, message) {
    if (levels.indexOf(level) < this.level) return;
    try {
      fs.appendFileSync(this.file, this.format(level, message));
    } catch (error) {
      // VS Code still logs while the folder of its data is removed.
      if (error.code !== 'ENOENT') throw error;
    }
  }
  trace(message) {
    this.log('trace', message);
  }
  debug(message) {
    this.log('debug', message);
  }
  info(message) {
    this.log('info', message);
  }
  warn(message) {
    this.log('warning', message);
  }
  error(message) {
    this.log('error', message);
  }
  critical(message) {
    this.log('critical', message);
  }
  getLevel() {
    return this.level;
  }
  setLevel(level) {
    this.level = level;
  }
  clearFormatters() {
    this.format = (_level, message) => message;
  }
  setPattern() {}
  flush() {}
  drop() {}
}

async function createLogger(name, file) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  return new Logger('', name, file);
}

// Assigned one by one: so Node sees their names when an ES module imports this.
exports.version = 0;
exports.Logger = Logger;
exports.createRotatingLogger = createLogger;
exports.createAsyncRotatingLogger = createLogger;
exports.setLevel = () => undefined;
exports.setFlushOn = () => undefined;
