-- What somebody does in Neovim, and what they see; one line of output a step.
local patience = 300000 -- milliseconds; only a failure takes as long

local function say(text)
  io.stdout:write(text .. "\n")
end

local function stop(text)
  say(text)
  vim.cmd("cquit 1")
end

vim.cmd("edit " .. vim.fn.fnameescape(vim.env.TEST_FILE))
vim.bo.filetype = "cpp"
local client = vim.lsp.start_client({
  cmd = { vim.env.CUSTODY_CLANGD, "--log=error" },
  root_dir = vim.fn.fnamemodify(vim.env.TEST_FILE, ":h"),
})
if not client then
  stop("the server did not start")
end
vim.lsp.buf_attach_client(0, client)

-- custody's diagnostics, as they are shown.
local function shown()
  local lines = {}
  for _, d in ipairs(vim.diagnostic.get(0)) do
    local lsp = d.user_data and d.user_data.lsp or {}
    local code = tostring(d.code or lsp.code or "")
    if code:find("^custody%-") then
      table.insert(lines, (d.lnum + 1) .. " " .. code .. " " .. d.message:gsub("\n.*", ""))
    end
  end
  return #lines > 0 and table.concat(lines, "; ") or "none"
end

local function wait(step, pattern)
  if not vim.wait(patience, function() return shown():find(pattern) ~= nil end, 50) then
    stop(step .. ": still " .. shown())
  end
  say(step .. ": " .. shown())
end

local function set(line, text)
  vim.api.nvim_buf_set_lines(0, line - 1, line, true, { text })
end

wait("opened", "^8 custody")
vim.api.nvim_buf_set_lines(0, 3, 3, true, { "// one more line" })
wait("a line above", "^9 custody")
set(9, "  free(copy);")
wait("mended by hand", "^none$")
set(9, "  delete copy;")
wait("broken again", "^9 custody")

vim.api.nvim_win_set_cursor(0, { 9, 3 })
local params = vim.lsp.util.make_range_params()
local got = {}
-- A fix is offered as soon as the finding is about the text as it is.
vim.wait(patience, function()
  params.context = { diagnostics = vim.lsp.diagnostic.get_line_diagnostics(0, 8) }
  local replies = vim.lsp.buf_request_sync(0, "textDocument/codeAction", params, patience) or {}
  got = {}
  for _, reply in pairs(replies) do
    for _, action in ipairs(reply.result or {}) do
      if action.kind == "quickfix" then
        table.insert(got, action)
      end
    end
  end
  return #got > 0
end, 100)
if #got ~= 1 then
  stop(#got .. " fixes")
end
say("one fix: " .. got[1].title)
vim.lsp.util.apply_workspace_edit(got[1].edit, "utf-16")
wait("after the fix", "^none$")
say(vim.api.nvim_buf_get_lines(0, 8, 9, true)[1])

params = vim.lsp.util.make_position_params()
params.position = { line = 4, character = 6 }
local hover = vim.lsp.buf_request_sync(0, "textDocument/hover", params, patience)
for _, reply in pairs(hover or {}) do
  local text = reply.result and reply.result.contents.value or ""
  say("hover: " .. (text:find("length") and "int length" or text))
end
vim.lsp.stop_client(client)
say("the end")
vim.cmd("qall!")
