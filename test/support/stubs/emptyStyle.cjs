// Style sheets have no meaning under Node; components import them for the browser only.
module.exports = {}
