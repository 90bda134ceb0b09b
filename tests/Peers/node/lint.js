// Lints every file named on the command line with falco; prints {file: [problem, …]} for those with errors.
const { lint } = require('falco-js')

const problems = async file => {
  const found = JSON.parse(await lint(file))
  const errors = Object.values(found.LintErrors || {}).flat().filter(problem => problem.Severity === 'Error')
  const unread = Object.values(found.ParseErrors || {})
  return [...errors, ...unread].map(problem => `line ${problem.Token.Line}: ${problem.Message}`)
}

const main = async files => {
  const all = {}
  for (const file of files) {
    const found = await problems(file)
    if (found.length > 0) {
      all[file] = found
    }
  }
  console.log(JSON.stringify({ linted: files.length, problems: all }))
}

main(process.argv.slice(2))
